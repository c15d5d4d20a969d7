/** What was drawn and wasted, and what containers held too much or too little, month by month; every bar opens to its lines. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { reading } from '../api/queries.js';
import { Page, Panel, Read, Table } from '../parts/page.js';
import { MonthBars } from '../parts/plots.js';
import type { Bar } from '../parts/plots.js';
import { typed } from '../parts/typed.js';
import { useHere, useName } from '../session/session.js';
import { monthOf } from '../words/times.js';
import { words } from '../words/words.js';
import { Courses } from './trend-courses.js';
import { TrendLines } from './trend-lines.js';
import type { TrendQuestion } from './trend-lines.js';

const say = words.trends;
const SPANS = ['6', '12', '24'];
type ItemTrend = Schemas['ItemTrendDto'];
type FigureTrend = Schemas['FigureTrendDto'];

export default function Trends() {
  const { site } = useHere();
  const [months, setMonths] = useState('12');
  const query = useQuery(
    reading('/api/sites/{site}/trends', { params: { site: site.site }, query: { months } }),
  );
  const [chosen, choose] = useState('');
  const [person, setPerson] = useState('');
  const items = query.data?.items ?? [];
  const item = items.find((each) => each.item === chosen) ?? items[0];
  return (
    <Page
      title={say.title}
      beside={
        <div className="row wrap end">
          <NativeSelect
            label={say.item}
            value={item?.item ?? ''}
            onChange={typed(choose)}
            data={items.map((each) => each.item)}
          />
          <PersonField value={person} item={item} onChange={setPerson} />
          <NativeSelect
            label={say.months}
            value={months}
            onChange={typed(setMonths)}
            data={SPANS}
          />
        </div>
      }
    >
      <p className="quiet">{say.says}</p>
      <Read query={query}>
        {(trends) =>
          item === undefined ? (
            <p className="quiet">{say.nothing}</p>
          ) : (
            <Figures
              key={`${item.item} ${person} ${months}`}
              item={item}
              months={trends.months}
              person={person}
            />
          )
        }
      </Read>
      <Courses months={months} />
    </Page>
  );
}

function PersonField(props: {
  value: string;
  item: ItemTrend | undefined;
  onChange: (person: string) => void;
}) {
  const name = useName();
  const people = peopleOf(props.item);
  return (
    <NativeSelect
      label={say.person}
      value={people.includes(props.value) ? props.value : ''}
      onChange={typed(props.onChange)}
      data={[
        { value: '', label: say.everybody },
        ...people.map((person) => ({ value: person, label: name(person) })),
      ]}
    />
  );
}

const peopleOf = (item: ItemTrend | undefined): readonly string[] => [
  ...new Set(item?.figures.flatMap(({ people }) => people.map(({ person }) => person)) ?? []),
];

function Figures(props: { item: ItemTrend; months: readonly string[]; person: string }) {
  const { item, months } = props;
  const person = peopleOf(item).includes(props.person) ? props.person : '';
  const [asked, ask] = useState<TrendQuestion | null>(null);
  return (
    <>
      <div className="board">
        {item.figures.map((figure) => {
          const bars = barsOf(figure, months, person);
          return (
            <Panel
              key={figure.figure}
              title={say.figures[figure.figure]}
              beside={
                <span className="num">
                  <strong>{totalOf(bars)}</strong> {item.unit} {say.total}
                </span>
              }
            >
              {bars.every(({ lines }) => lines === 0) ? (
                <p className="quiet">{say.nothing}</p>
              ) : (
                <MonthBars
                  label={`${say.figures[figure.figure]}, ${item.unit}`}
                  unit={item.unit}
                  linesWord={say.lines}
                  bars={bars}
                  chosen={asked?.figure === figure.figure ? asked.month : null}
                  onChoose={(month) => {
                    ask({ item: item.item, figure: figure.figure, month, person });
                  }}
                />
              )}
            </Panel>
          );
        })}
        {asked === null ? (
          <p className="quiet">{say.choose}</p>
        ) : (
          <TrendLines key={Object.values(asked).join()} asked={asked} unit={item.unit} />
        )}
      </div>
      <AsTables item={item} months={months} person={person} />
    </>
  );
}

/** The same figures as text: by month, and by person. */
function AsTables({
  item,
  months,
  person,
}: {
  item: ItemTrend;
  months: readonly string[];
  person: string;
}) {
  const name = useName();
  const head = item.figures.map(({ figure }) => say.figures[figure]);
  const numbers = item.figures.map((_, index) => index + 1);
  const columns = item.figures.map((figure) => barsOf(figure, months, person));
  return (
    <>
      <Panel title={`${say.people}, ${item.unit}`}>
        <p className="quiet small">{say.peopleSays}</p>
        <Table label={say.people} numbers={numbers} head={[say.person, ...head]}>
          {peopleOf(item).map((each) => (
            <tr key={each}>
              <th scope="row">{name(each)}</th>
              {item.figures.map((figure) => (
                <td key={figure.figure} className="num">
                  {totalOf(barsOf(figure, months, each))}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </Panel>
      <Panel title={`${say.byMonth}, ${item.unit}`}>
        <Table label={say.byMonth} numbers={numbers} head={[say.month, ...head]}>
          {months.map((month, row) => (
            <tr key={month}>
              <th scope="row">{monthOf(month)}</th>
              {columns.map((bars, column) => (
                <td key={column} className="num">
                  {bars[row]?.quantity}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </Panel>
    </>
  );
}

/** One bar for each month; where nothing moved it is nothing. */
function barsOf(figure: FigureTrend, months: readonly string[], person: string): readonly Bar[] {
  const sums =
    person === ''
      ? figure.sums
      : (figure.people.find((each) => each.person === person)?.sums ?? []);
  return months.map(
    (month) => sums.find((sum) => sum.month === month) ?? { month, quantity: '0.000', lines: 0 },
  );
}

/** Thousandths are added as whole numbers. */
const totalOf = (bars: readonly Bar[]): string => {
  const thousandths = bars.reduce(
    (total, { quantity }) => total + Math.round(Number(quantity) * 1000),
    0,
  );
  return (thousandths / 1000).toFixed(3);
};
