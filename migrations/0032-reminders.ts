import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is reminded of a site's work, and of what they were reminded on which day. */
export class Reminders1764000000032 implements MigrationInterface {
  readonly name = 'Reminders1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TARGET, REMINDER, ...MEANINGS, ...INDEXES, GRANTS]) {
      await runner.query(statement);
    }
  }

  down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

const TARGET = `
CREATE TABLE beside.reminder_target (
  site text NOT NULL,
  id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('mail', 'webhook')),
  name text NOT NULL,
  key text NOT NULL,
  sealed bytea NOT NULL,
  kinds text[] NOT NULL,
  lead_days integer NOT NULL CHECK (lead_days BETWEEN 0 AND 60),
  at text NOT NULL CHECK (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  ended_at timestamptz,
  sent_at timestamptz,
  failure text CHECK (failure ~ '^[a-z0-9.-]{1,80}$'),
  failed_at timestamptz,
  PRIMARY KEY (site, id),
  CHECK ((failure IS NULL) = (failed_at IS NULL))
)`;

const REMINDER = `
CREATE TABLE beside.reminder (
  site text NOT NULL,
  target uuid NOT NULL,
  business_date date NOT NULL,
  item text NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
  PRIMARY KEY (site, target, business_date, item),
  FOREIGN KEY (site, target) REFERENCES beside.reminder_target (site, id)
)`;

const MEANINGS = [
  `COMMENT ON COLUMN beside.reminder_target.sealed IS 'Address, and the secret of a webhook, encrypted under the named key of the data folder.'`,
  `COMMENT ON COLUMN beside.reminder_target.kinds IS 'Kinds of work; empty for all of them.'`,
  `COMMENT ON COLUMN beside.reminder_target.at IS 'Wall time of the site.'`,
  `COMMENT ON TABLE beside.reminder IS 'Of each piece of work a target is reminded once on a business day, whichever instance looks.'`,
];

const INDEXES = [
  `CREATE INDEX reminder_target_in_use ON beside.reminder_target (site) WHERE ended_at IS NULL`,
  `CREATE INDEX reminder_by_age ON beside.reminder (business_date)`,
];

const GRANTS = `DO $$
DECLARE service text := coalesce(nullif(current_setting('countersign.service_role', true), ''), 'countersign_service');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON beside.reminder_target TO %I', service);
  EXECUTE format('GRANT UPDATE (name, key, sealed, kinds, lead_days, at, changed_at, ended_at, sent_at, failure, failed_at)
    ON beside.reminder_target TO %I', service);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON beside.reminder TO %I', service);
END
$$`;
