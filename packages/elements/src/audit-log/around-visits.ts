import { html, type TemplateResult } from 'lit'
import type { Appointment, VisitClient } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { AuditLogTranslate } from './access-text.ts'
import type { AccessGroup } from './group-accesses.ts'

type Visit = Pick<Appointment, 'id' | 'start' | 'end' | 'practitioner'>

/** People prepare shortly before a visit, and write the note after it. Milliseconds. */
const before = 30 * 60_000
const after = 2 * 3_600_000
const mostVisits = 100
const took: ReadonlySet<Appointment['status']> = new Set(['checked-in', 'in-progress', 'completed'])

/** The visits that took place, the newest first. None if they cannot be read: then days are the only groups. */
const readVisits = async (client: VisitClient, patientId: string, signal: AbortSignal): Promise<readonly Visit[]> => {
  try {
    const query = { patientId, sort: '-start', to: new Date().toISOString(), limit: mostVisits } as const
    const { items } = await client.appointments.list(query, { signal }).page()
    return items.filter(({ status }) => took.has(status))
  } catch {
    return []
  }
}

interface VisitAccesses {
  /** Null for the accesses at other times. */
  readonly visit: Visit | null
  readonly groups: readonly AccessGroup[]
}

/** The accesses of a day by visit, in the order of the newest access of each. */
export const byVisit = (groups: readonly AccessGroup[], visits: readonly Visit[]): readonly VisitAccesses[] => {
  const found = new Map<Visit | null, AccessGroup[]>()
  for (const group of groups) {
    const at = Date.parse(group.steps[0]?.at ?? '')
    const visit =
      visits.find(({ start, end }) => at >= Date.parse(start) - before && at <= Date.parse(end) + after) ?? null
    found.set(visit, [...(found.get(visit) ?? []), group])
  }
  return [...found].map(([visit, own]) => ({ visit, groups: own }))
}

/** The people of one day, those around a visit under its name. */
const aroundVisits = (
  { t, format, level }: { readonly t: AuditLogTranslate; readonly format: Formatter; readonly level: number },
  parts: readonly VisitAccesses[],
  list: (groups: readonly AccessGroup[]) => TemplateResult,
): unknown =>
  parts.every(({ visit }) => visit === null)
    ? parts.map(({ groups }) => list(groups))
    : parts.map(
        ({ visit, groups }) =>
          html`<section class="visit">
            <h4 class="small" aria-level=${level}>
              ${
                visit
                  ? t('aroundVisit', { name: visit.practitioner.displayName, time: format.time(visit.start) })
                  : t('otherTimes')
              }
            </h4>
            ${list(groups)}
          </section>`,
      )

/** What draws the people of a day, once the visits are known. `patientId` is null for a reader who may not see visits. */
export const loadAround = async (client: VisitClient, patientId: string | null, signal: AbortSignal) => {
  const visits = patientId === null ? [] : await readVisits(client, patientId, signal)
  return (
    view: Parameters<typeof aroundVisits>[0],
    groups: readonly AccessGroup[],
    list: (groups: readonly AccessGroup[]) => TemplateResult,
  ): unknown => aroundVisits(view, byVisit(groups, visits), list)
}
