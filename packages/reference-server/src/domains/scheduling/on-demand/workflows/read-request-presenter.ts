import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { estimateWait } from '../model/estimate-wait.ts'
import type { OnDemandRequest } from '../model/on-demand-request.ts'
import { presentRequest } from '../presenters/present-request.ts'
import { readPace, type RequestDetails } from '../store/on-demand-requests.ts'

export interface RequestPresenter {
  /** `position`: among those who wait for the same specialty in the same state. */
  readonly present: (
    request: OnDemandRequest,
    details: RequestDetails,
    position: number,
  ) => components['schemas']['OnDemandRequest']
}

/** Loads what the presentation of these requests needs: types, the pace and, for members, names of patients. */
export const readRequestPresenter = async (
  { directory, slots, policy }: SchedulingPorts,
  context: ReadContext,
  requests: readonly Pick<OnDemandRequest, 'patientId' | 'specialty' | 'stateCode'>[],
): Promise<RequestPresenter> => {
  const { caller, db, now } = context
  const since = new Date(now.getTime() - policy.onDemand.paceMinutes * 60_000)
  const lines = new Map(requests.map((request) => [lineOf(request), request]))
  const patientIds = [...new Set(requests.map(({ patientId }) => patientId))]
  const [calendar, patients, paces] = await Promise.all([
    slots.calendar(context),
    caller.kind === 'member' && patientIds.length > 0 ? directory.patientSummaries(context, patientIds) : undefined,
    Promise.all(Array.from(lines, async ([line, request]) => [line, await readPace(db, request, since)] as const)),
  ])
  const paceOf = new Map(paces)
  return {
    present: (request, details, position) => {
      const type = calendar.visitType(request.visitTypeId)
      if (!type) throw new Error('the visit type of a request is never removed')
      const pace = paceOf.get(lineOf(request)) ?? { taken: 0, since: null }
      return presentRequest(request, {
        type,
        patient: patients?.get(request.patientId),
        details,
        position,
        estimatedMinutes: estimateWait(position, pace, now),
      })
    },
  }
}

const lineOf = ({ specialty, stateCode }: Pick<OnDemandRequest, 'specialty' | 'stateCode'>): string =>
  `${specialty} ${stateCode}`
