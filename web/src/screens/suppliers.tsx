/** Who stock comes from and goes to. */
import { TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActForm } from '../act/act-form.js';
import { reading } from '../api/queries.js';
import { Mark, Page, Panel, Read, Table } from '../parts/page.js';
import { typed } from '../parts/typed.js';
import { day } from '../words/times.js';
import { spelled, words } from '../words/words.js';

const say = words.suppliers;

export default function Suppliers() {
  const query = useQuery(reading('/api/suppliers'));
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [deaNumber, setDeaNumber] = useState('');
  const [registrationExpires, setExpires] = useState('');
  const isWhole = [name, address, deaNumber, registrationExpires].every((text) => text !== '');
  return (
    <Page title={say.title}>
      <Panel title={say.title}>
        <Read query={query}>
          {(items) => (
            <Table
              label={say.title}
              head={[
                say.name,
                words.setup.deaNumber,
                words.setup.expires,
                say.address,
                words.vials.status,
              ]}
            >
              {items.map((supplier) => (
                <tr key={supplier.id}>
                  <th scope="row">
                    <strong>{supplier.name}</strong>
                  </th>
                  <td className="when">{supplier.deaNumber}</td>
                  <td>{day(supplier.registrationExpires)}</td>
                  <td>{supplier.address}</td>
                  <td>
                    <Mark as={supplier.status === 'active' ? 'good' : 'plain'}>
                      {spelled(supplier.status)}
                    </Mark>
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Read>
      </Panel>
      <div className="board two">
        <Panel title={say.add}>
          <ActForm
            kind="supplier"
            path="/api/suppliers"
            label={say.add}
            repeats
            content={isWhole ? { name, address, deaNumber, registrationExpires } : null}
          >
            <TextInput label={say.name} value={name} onChange={typed(setName)} />
            <Textarea label={say.address} rows={2} value={address} onChange={typed(setAddress)} />
            <div className="pair">
              <TextInput
                label={words.setup.deaNumber}
                value={deaNumber}
                onChange={typed(setDeaNumber)}
              />
              <TextInput
                type="date"
                label={words.setup.expires}
                value={registrationExpires}
                onChange={typed(setExpires)}
              />
            </div>
          </ActForm>
        </Panel>
      </div>
    </Page>
  );
}
