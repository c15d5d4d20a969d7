/** Notes of whoever inspects: their own, read by nobody else, and never changed. */
import { Button, Textarea, TextInput } from '@mantine/core';
import '../desk.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { newKey, post, Refused } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Panel, Read } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { typed } from '../parts/typed.js';
import { useHere } from '../session/session.js';
import { dayAndTime } from '../words/times.js';
import { words } from '../words/words.js';

const say = words.notes;

export function Notes() {
  const { site, zone } = useHere();
  const notes = useQuery(reading('/api/sites/{site}/notes', { params: { site: site.site } }));
  return (
    <Panel title={say.title}>
      <p className="quiet small">{say.says}</p>
      <Write />
      <Read query={notes}>
        {({ items }) => (
          <ul className="lines" role="list">
            {items.map(({ number, at, line, text }) => (
              <li key={number}>
                <span className="grow note-text">{text}</span>
                <span className="quiet num small">
                  {line !== null && (
                    <>
                      <Link href={`/ledger/${line}`}>
                        {words.ledger.line} {line}
                      </Link>
                      {' · '}
                    </>
                  )}
                  {dayAndTime(at, zone)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Read>
    </Panel>
  );
}

function Write() {
  const { site } = useHere();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [line, setLine] = useState('');
  // One key for one note, however often it is sent.
  const key = useRef(newKey());
  const adding = useMutation({
    mutationFn: () =>
      post(
        '/api/sites/{site}/notes',
        { params: { site: site.site } },
        { text: text.trim(), ...(line === '' ? {} : { line: Number(line) }) },
        key.current,
      ),
    onSuccess: () => {
      key.current = newKey();
      setText('');
      setLine('');
      void queries.invalidateQueries({ queryKey: ['/api/sites/{site}/notes'] });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate();
      }}
    >
      <Textarea label={say.text} value={text} rows={2} required onChange={typed(setText)} />
      <div className="row wrap end">
        <TextInput
          label={say.line}
          value={line}
          inputMode="numeric"
          pattern="\d{1,15}"
          onChange={typed(setLine)}
        />
        <Button type="submit" loading={adding.isPending} disabled={text.trim() === ''}>
          {say.add}
        </Button>
      </div>
      {adding.error !== null && (
        <ProblemNotice
          problem={adding.error instanceof Refused ? adding.error.problem : 'unreachable'}
        />
      )}
    </form>
  );
}
