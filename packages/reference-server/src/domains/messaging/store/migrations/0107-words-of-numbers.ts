import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A number keeps its last word, STOP or START, with its time. A word that arrives late is compared with it. */
export const wordsOfNumbers: Migration = {
  id: 'messaging/0107-words-of-numbers',
  statements: ['alter table messaging.stopped_numbers add column stopped boolean not null default true'],
}
