import type { Change } from '../../../../platform/contracts/change.ts'
import { operation, type OperationResult } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { holdPlaced } from '../../events.ts'
import { placeHold } from '../../kernel/model/hold.ts'
import { presentHold } from '../../kernel/presenters/present-hold.ts'
import { addRows, rowsOf } from '../../kernel/store/claimed-rows.ts'
import { holdOverrides } from '../../kernel/store/hold-overrides.ts'
import { holds } from '../../kernel/store/holds.ts'
import { takeTimes } from '../../kernel/store/take-times.ts'
import { advanceTogether } from '../store/practitioner-loads.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readRow, type RowWith } from '../workflows/read-row.ts'

/** Own holds block, and none is replaced: release what a new choice makes needless. */
export const placeSeveralHolds = operation<SchedulingPorts>()('placeSeveralHolds', {
  gather: ({ body }, ports, context) => readRow(ports, context, body),

  decide: ({ body }, gathered, { caller, now, newId }) => {
    const { override } = body
    const { calendar, type, policy, slots, starts, rows: found, occupantOf, refuse } = gathered
    const placeRow = ({ practitionerId, chosen }: RowWith) =>
      body.patientIds.map((patientId, place) => {
        const { claims, seat } = chosen[place] ?? { claims: [], seat: null }
        const start = starts[place] ?? 0
        const id = newId()
        const occupant = occupantOf(practitionerId, start) ?? id
        const request = {
          id,
          occupant,
          practitionerId,
          personId: caller.personId,
          patientId,
          stateCode: null,
          language: body.language ?? null,
          appointmentId: null,
          overridden: body.override !== undefined,
          start: new Date(start),
          claims: claims.map(() => newId()),
          claimOwners: claims.map(({ ownerId }) => ownerId),
          seat,
          interpreterLanguage: body.interpreterLanguage ?? null,
        }
        const hold = placeHold(request, type, policy, now)
        return { hold, patientId, terms: { expiresAt: hold.expiresAt, heldBy: caller.personId, occupant } }
      })
    /** With the first of these practitioners who is free for all of them. */
    const holdWith = ([row, ...others]: readonly RowWith[]): Change<OperationResult<'placeSeveralHolds'>> => {
      if (row === undefined) return refuse()
      const practitioner = calendar.summary(row.practitionerId, now)
      if (!practitioner) throw notFound('practitioner_unknown')
      const placed = placeRow(row)
      const busy = placed.flatMap(({ hold, terms }) =>
        rowsOf(hold, type, terms, (id) => calendar.resource(id) !== undefined),
      )
      return {
        writes: [
          ...advanceTogether(row.loads, now),
          ...takeTimes(busy, now),
          ...placed.map(({ hold }) => holds.insert(hold)),
          ...(override
            ? placed.map(({ hold: { id }, patientId }) => holdOverrides.insert({ id, patientId }, override))
            : []),
        ],
        events: placed.map(({ hold }) => holdPlaced(hold)),
        committed: () =>
          slots.apply(caller.organizationId, (memory) => {
            for (const { hold, terms } of placed) addRows(memory, hold, type, terms)
          }),
        // With limits, the last condition is their version: then all of it is gathered again.
        ...(row.loads.length > 0 ? {} : { otherwise: () => holdWith(others) }),
        answer: {
          status: 201,
          body: { items: placed.map(({ hold }) => presentHold(hold, practitioner, policy, calendar.owners(now))) },
        },
      }
    }
    return holdWith(found)
  },
})
