import type { LiveRule } from '../../platform/contracts/live-rule.ts'
import type { DomainEvent } from '../../platform/contracts/event.ts'

type Data = DomainEvent['data']

const idsOf = (data: Data, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof data[name] === 'string' ? [[name, data[name]]] : [])))

const orderRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => [`patient:${data['patientId']}`, `practitioner:${data['practitionerId']}`],
  message: ({ data }) => ({
    type: 'lab-order.changed',
    ids: idsOf(data, 'orderId', 'patientId', 'practitionerId', 'visitId'),
  }),
})

const resultMessage: LiveRule['message'] = ({ data }) => ({
  type: 'lab-result.changed',
  ids: idsOf(data, 'resultId', 'orderId', 'patientId', 'practitionerId'),
})

/** A patient hears of a result from its release on. */
const resultRule = (event: string): LiveRule => ({
  event,
  audience: ({ data }) => [
    `practitioner:${data['practitionerId']}`,
    ...(data['released'] === true ? [`patient:${data['patientId']}`] : []),
  ],
  message: resultMessage,
})

export const liveRules: readonly LiveRule[] = [
  ...['order-placed', 'order-changed'].map((fact) => orderRule(`labs.${fact}`)),
  ...['result-received', 'result-corrected', 'result-reviewed', 'result-released', 'critical-acknowledged'].map(
    (fact) => resultRule(`labs.${fact}`),
  ),
  {
    event: 'labs.critical-raised',
    audience: ({ data }) => {
      if (data['role'] === 'ordering-practitioner') return [`practitioner:${data['practitionerId']}`]
      if (data['role'] === 'covering-practitioner') return [`practitioner:${data['coveringPractitionerId']}`]
      return [`role:${data['role']}`]
    },
    message: resultMessage,
  },
  {
    event: 'labs.critical-unmatched',
    audience: ({ data }) => [`role:${data['role']}`],
    message: resultMessage,
  },
  ...['labs.result-unmatched', 'labs.unmatched-decided'].map((event): LiveRule => ({
    event,
    audience: () => ['role:practitioner', 'role:nurse'],
    message: resultMessage,
  })),
]
