import { operation } from '../../../../platform/contracts/operation.ts'
import { Problem } from '../../../../platform/problems/problem.ts'
import type { Body } from '../../../../platform/contracts/operation.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import { accountChanged, claimWorkChanged } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { appealSent, versionConflict } from '../../problems.ts'
import { isNextState, type Appeal } from '../model/appeal.ts'
import { presentAppeal } from '../presenters/present-claim-work.ts'
import { readAppeal, replaceAppeal } from '../store/appeals.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const changeAppeal = operation<BillingContext>()('changeAppeal', {
  gather: async ({ path }, ports, context) => {
    const appeal = await readAppeal(context.db, context, path.appealId)
    const [claim, names] = await Promise.all([
      readClaimFacts(context.db, context, appeal.claimId),
      gatherNames(ports, context, [appeal.authorId]),
    ])
    return { before: appeal, claim, names }
  },
  decide: ({ body }, { before, claim, names }, { access, now }) => {
    access.touch(before.patientId)
    if (before.version !== body.version) throw versionConflict()
    const after = moved(rewritten(before, body, claim.noteVersion), body, now)
    const { claimId, patientId, visitId } = after
    return {
      writes: [replaceAppeal(after, before)],
      events: [
        claimWorkChanged({ claimId, patientId, visitId }),
        // While an appeal waits for its answer, the patient's bill waits for the insurance.
        ...(after.state === before.state ? [] : [accountChanged(patientId)]),
      ],
      answer: { status: 200, body: presentAppeal(after, names) },
    }
  },
})

const rewritten = (
  before: Appeal,
  { text, dueOn, attachNote }: Body<'changeAppeal'>,
  noteVersion: number,
): Omit<Appeal, 'version'> => {
  const isRewritten = text !== undefined || dueOn !== undefined || attachNote !== undefined
  if (isRewritten && before.state !== 'draft') throw appealSent()
  return {
    ...before,
    text: text ?? before.text,
    dueOn: dueOn ?? before.dueOn,
    noteVersion: attachNote === undefined ? before.noteVersion : attachNote ? noteVersion : null,
  }
}

const moved = (
  appeal: Omit<Appeal, 'version'> & { readonly version?: number },
  { state = appeal.state, answer, version }: Body<'changeAppeal'>,
  now: Date,
): Appeal => {
  if (state !== appeal.state && !isNextState(appeal.state, state)) throw appealSent()
  if ((state === 'answered') !== (answer !== undefined) && appeal.state !== 'answered')
    throw new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
      errors: [{ pointer: '/answer', code: 'required', message: 'Must be given exactly with the state `answered`.' }],
    })
  const isSent = state !== appeal.state && state === 'sent'
  const isAnswered = state !== appeal.state && state === 'answered'
  return {
    ...appeal,
    state,
    answer: isAnswered ? (answer ?? null) : appeal.answer,
    sentAt: isSent ? now : appeal.sentAt,
    answeredAt: isAnswered ? now : appeal.answeredAt,
    version: version + 1,
  }
}
