import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Consents of 42 CFR part 2: what they cover, and when they end by themselves. Codes only; names are in the encrypted evidence. */
export const partTwo: Migration = {
  id: 'consent/0300-part-two',
  statements: [
    'alter table consent.consents add column part_two jsonb',
    'alter table consent.consents add column expires_at timestamptz',
    `alter table consent.consents add constraint part_two_is_stated
       check (not (purpose like 'part-two-%' and decision = 'granted' and part_two is null))`,
  ],
}
