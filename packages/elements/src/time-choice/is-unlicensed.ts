import type { SlotExclusionReason, VisitClient } from '@visitkit/sdk'
import type { SlotCalendar } from './slot-calendar.ts'

/** Why a practitioner is not offered at any time. */
const personal: ReadonlySet<string> = new Set<SlotExclusionReason>([
  'not-licensed',
  'specialty',
  'language',
  'inactive',
])

const DAYS = 14

/** Whether there is no time because no one has a license where the patient will be, or this practitioner has none. */
export const isUnlicensed = async (
  client: VisitClient,
  { asked }: SlotCalendar,
  practitionerId: string | null,
  signal: AbortSignal,
): Promise<boolean> => {
  const now = Date.now()
  const [from = '', to = ''] = [now, now + DAYS * 86_400_000].map((at) => new Date(at).toISOString())
  const query = { ...asked, from, to, explain: true, limit: 1, ...(practitionerId ? { practitionerId } : {}) }
  const { items, exclusions = [] } = await client.slots.search(query, { signal })
  const isPersonal = exclusions.every(({ reason }) => personal.has(reason))
  return items.length === 0 && isPersonal && exclusions.some(({ reason }) => reason === 'not-licensed')
}
