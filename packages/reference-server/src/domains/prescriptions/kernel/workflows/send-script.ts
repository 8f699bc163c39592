import type { OperationNodeSource } from 'kysely'
import { enqueueWithFact, type Fact } from '../../../../platform/partners/enqueue-transmission.ts'
import type { Keeping } from '../../../../platform/contracts/context.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import { hoursAfter, type PrescribingPolicy } from '../model/prescribing-policy.ts'
import { outgoingInsertion } from '../store/messages.ts'

export const schema = 'prescriptions'
export const transmissionKind = 'script'

/**
 * Stores a message to the network with the fact that it tells, and what it is about, so that an answer finds its prescription however
 * late it comes. Messages about one prescription leave in the order in which they were stored. Returns the message's id. `beside` is
 * written in the same statement.
 */
export const sendScript = async (
  keeping: Keeping,
  payload: ScriptPayload,
  patientId: string,
  policy: Pick<PrescribingPolicy, 'silence'>,
  beside: readonly OperationNodeSource[] = [],
): Promise<string> => {
  const messageId = await send(keeping, payload, patientId, policy, (_, outgoing) => [outgoing, ...beside])
  if (messageId === null) throw new Error('a message left no trace of what it is about')
  return messageId
}

/**
 * The same in one statement with a step of the prescription, which is given the message's id. Null, and nothing is sent, when somebody
 * else took a step first; what went with it is written even so, and is to be rolled back.
 */
export const sendWithStep = (
  keeping: Keeping,
  payload: ScriptPayload,
  patientId: string,
  policy: Pick<PrescribingPolicy, 'silence'>,
  step: (messageId: string) => Promise<Exclude<Fact, OperationNodeSource>>,
): Promise<string | null> =>
  send(keeping, payload, patientId, policy, async (messageId, outgoing) => [...(await step(messageId)), outgoing])

const send = (
  keeping: Keeping,
  payload: ScriptPayload,
  patientId: string,
  { silence }: Pick<PrescribingPolicy, 'silence'>,
  factsOf: (messageId: string, outgoing: OperationNodeSource) => Fact | Promise<Fact>,
): Promise<string | null> => {
  const { prescriptionId, about } = payload
  const transmission = {
    kind: transmissionKind,
    subjectId: prescriptionId,
    patientId,
    payload,
    expiresAt: hoursAfter(keeping.now, silence.networkGivenUpAfterHours),
  }
  return enqueueWithFact(keeping, schema, transmission, (messageId) =>
    factsOf(messageId, outgoingInsertion(keeping.tx, keeping, { messageId, prescriptionId, patientId, about })),
  )
}
