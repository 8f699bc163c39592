import type { ReportedOrderStatus } from '../../../vendors/laboratory/provider.ts'

/** What becomes of the test, according to a status; null if it does not say it. */
const outcomes: Readonly<Record<ReportedOrderStatus['status'], 'performed' | 'refused' | 'cancelled' | null>> = {
  accepted: 'performed',
  'not-cancelled': 'performed',
  refused: 'refused',
  cancelled: 'cancelled',
  informed: null,
  unknown: null,
}

/** The updates of one message that contradict another one of it about the same test, whatever their order is: none of them counts. */
export const contradictingUpdates = <Update extends Pick<ReportedOrderStatus, 'placerNumber' | 'status'>>(
  updates: readonly Update[],
): ReadonlySet<Update> => {
  const stating = updates.filter(({ status }) => outcomes[status] !== null)
  const byTest = Map.groupBy(stating, ({ placerNumber }) => placerNumber.trim().toUpperCase())
  return new Set(
    [...byTest.values()].flatMap((group) =>
      new Set(group.map(({ status }) => outcomes[status])).size > 1 ? group : [],
    ),
  )
}
