import { operation } from '../../../../platform/contracts/operation.ts'
import { remittancePosted } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { lineWorked } from '../../problems.ts'
import { keepAside, lockRemittance, readHeldLine, sumUpRemittance } from '../store/held-lines.ts'
import { answerOfLine } from '../presenters/answer-of-remittance.ts'

export const setHeldLineAside = operation<BillingContext>()('setHeldLineAside', {
  keep: async ({ path, body: { reason } }, _, keeping) => {
    const { tx, access, now } = keeping
    const { remittanceId } = await readHeldLine(tx, path.lineId)
    await lockRemittance(tx, remittanceId)
    const line = await readHeldLine(tx, path.lineId)
    if (line.worked !== null) throw lineWorked()
    if (line.patientId !== null) access.touch(line.patientId)
    await keepAside(keeping, { id: line.id }, reason)
    const { unmatched } = await sumUpRemittance(tx, remittanceId, {})
    await keeping.emit(remittancePosted(remittanceId, unmatched))
    return {
      status: 200,
      body: answerOfLine({ ...line, worked: 'elsewhere', workedElsewhere: reason, workedAt: now }),
    }
  },
})
