import { operation } from '../../../../platform/http/operation.ts'
import type { Keeping } from '../../../../platform/seams.ts'
import { mailboxFileTold } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { fileWorked } from '../../problems.ts'
import { keepFileAside, readFile, waitAgain, type KeptFile } from '../store/mailbox-files.ts'
import { answerOfMailboxFile } from '../presenters/answer-of-mailbox-file.ts'

/** One that waits for a person, held until the transaction ends: the server's next look leaves it out meanwhile or comes after. */
const lockFaulty = async ({ tx }: Pick<Keeping, 'tx'>, fileId: string): Promise<KeptFile> => {
  const file = await readFile(tx, fileId, 'lock')
  if (file.fault === null || file.state === 'elsewhere') throw fileWorked()
  return file
}

export const readMailboxFileAgain = operation<BillingContext>()('readMailboxFileAgain', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path }, policy, keeping) => {
    const file = await lockFaulty(keeping, path.fileId)
    await waitAgain(keeping.tx, file)
    await keeping.emit(mailboxFileTold(file.id, 'waiting'))
    return { status: 200, body: answerOfMailboxFile({ ...file, state: 'stored', attempts: 0, fault: null }, policy) }
  },
})

export const setMailboxFileAside = operation<BillingContext>()('setMailboxFileAside', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path, body: { reason } }, policy, keeping) => {
    const file = await lockFaulty(keeping, path.fileId)
    await keepFileAside(keeping, file, reason)
    await keeping.emit(mailboxFileTold(file.id, 'elsewhere'))
    const worked = { state: 'elsewhere', workedElsewhere: reason, workedAt: keeping.now } as const
    return { status: 200, body: answerOfMailboxFile({ ...file, ...worked }, policy) }
  },
})
