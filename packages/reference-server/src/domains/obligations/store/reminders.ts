import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Day } from '../model/day.ts'
import type { Reminder } from '../model/reminder.ts'
import { tablesOf } from './tables.ts'

export interface StoredReminder extends Reminder {
  readonly id: string
  readonly day: Day
  readonly status: 'queued' | 'sent' | 'refused'
}

const reminders = factTable<StoredReminder>(
  'obligations.reminders',
  {
    id: ['id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    day: ['day', 'text'],
    soon: ['soon', 'integer'],
    overdue: ['overdue', 'integer'],
    status: ['status', 'text'],
  },
  { guard: ['status'] },
)

/** Conditional: the member is reminded once a day. */
export const insertReminder = (reminder: StoredReminder): Write => reminders.insertOnce(reminder)

export const replaceReminder = (after: StoredReminder, before: StoredReminder): Write =>
  reminders.replace(after, before)

/** The day of the last reminder of each member. */
export const listLastReminded = async (db: AnyKysely): Promise<ReadonlyMap<string, Day>> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.reminders')
    .select(({ fn }) => ['member_id', fn.max('day').as('day')])
    .groupBy('member_id')
    .execute()
  return new Map(rows.map(({ member_id: memberId, day }) => [memberId, day]))
}

/** Those that are not sent yet, of the last days: an older one says nothing new. */
export const listQueuedReminders = async (db: AnyKysely, since: Day): Promise<readonly StoredReminder[]> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.reminders')
    .selectAll()
    .where('status', '=', 'queued')
    .where('day', '>=', since)
    .orderBy('id')
    .execute()
  return rows.map(({ id, member_id: memberId, day, soon, overdue, status }) => ({
    ...{ id, memberId, day, soon, overdue, status },
  }))
}
