import type { VisitClient, VisitType } from '@visitkit/sdk'
import { Loader } from '../../core/loader.ts'
import type { VisitElement } from '../../core/visit-element.ts'

/** A group that others have joined, with a free seat. */
export interface GroupTime {
  readonly start: string
  readonly practitionerId: string
  readonly practitionerName: string
  readonly seatsLeft: number
}

/** The days in one search. */
const DAYS = 28
const MOST_SHOWN = 8

/** The groups of a visit type that have begun to fill, in order of time. */
export class GroupTimes {
  readonly found: Loader<readonly GroupTime[]>

  constructor(host: VisitElement) {
    this.found = new Loader(host)
  }

  async load(client: VisitClient, type: VisitType, patientId: string, language: string): Promise<void> {
    const from = Date.now()
    const to = from + Math.min(DAYS, type.horizonDays + 1) * 86_400_000
    const [first, last] = [from, to].map((at) => new Date(at).toISOString())
    if (!first || !last) return
    const query = { visitTypeId: type.id, patientId, from: first, to: last, limit: 1000, ...(language && { language }) }
    await this.found.run(async (signal) => {
      const { items, practitioners } = await client.slots.search(query, { signal })
      return items
        .flatMap(({ start, free, seatsLeft = [] }) => {
          const ones = practitioners.filter((_, place) => free[place] === '1')
          return ones.map(({ id, displayName }, index) => ({
            ...{ start, practitionerId: id, practitionerName: displayName },
            seatsLeft: seatsLeft[index] ?? 0,
          }))
        })
        .filter((one) => one.seatsLeft > 0 && one.seatsLeft < (type.capacity ?? 1))
        .slice(0, MOST_SHOWN)
    })
  }

  reset(): void {
    this.found.reset()
  }
}
