import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A visit has one thread for what is written in its room, also if two people write first at once. */
export const messaging0005: Migration = {
  id: 'messaging/0005-threads-of-visits',
  statements: [
    `create unique index threads_by_visit_id_where_topic_visit on messaging.threads (organization_id, visit_id)
      where topic = 'visit'`,
  ],
}
