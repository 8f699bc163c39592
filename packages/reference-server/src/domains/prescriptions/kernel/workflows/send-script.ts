import type { OperationNodeSource } from 'kysely'
import { enqueueWithFact, type Fact } from '../../../../platform/partners/enqueue-transmission.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import { hoursAfter, type PrescribingPolicy } from '../model/prescribing-policy.ts'
import { insertOutgoingMessageStatement } from '../store/messages.ts'

export const schema = 'prescriptions'
export const transmissionKind = 'script'

/**
 * Queues a message to the network together with its subject, so that a response finds its prescription however late it arrives. Messages
 * about one prescription are sent in the order in which they were stored. Returns the message's id. `extraStatements` are written in the
 * same statement.
 */
export const sendScript = async (
  context: WriteContext,
  payload: ScriptPayload,
  patientId: string,
  policy: Pick<PrescribingPolicy, 'silence'>,
  extraStatements: readonly OperationNodeSource[] = [],
): Promise<string> => {
  const messageId = await send(context, payload, patientId, policy, (_, outgoing) => [outgoing, ...extraStatements])
  if (messageId === null) throw new Error('a message left no trace of what it is about')
  return messageId
}

/**
 * The same in one statement with a step of the prescription, which receives the message's id. Null, and nothing is sent, if the
 * prescription has changed since it was read; the other statements are written anyway, so the caller must roll back.
 */
export const sendWithStep = (
  context: WriteContext,
  payload: ScriptPayload,
  patientId: string,
  policy: Pick<PrescribingPolicy, 'silence'>,
  step: (messageId: string) => Promise<Exclude<Fact, OperationNodeSource>>,
): Promise<string | null> =>
  send(context, payload, patientId, policy, async (messageId, outgoing) => [...(await step(messageId)), outgoing])

const send = (
  context: WriteContext,
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
    expiresAt: hoursAfter(context.now, silence.networkTimeoutHours),
  }
  return enqueueWithFact(context, schema, transmission, (messageId) =>
    factsOf(
      messageId,
      insertOutgoingMessageStatement(context.tx, context, { messageId, prescriptionId, patientId, about }),
    ),
  )
}
