import type { Keeping } from '../../../../platform/contracts/context.ts'
import type { CheckoutState } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import { patientPayment } from '../../kernel/model/account-ledger.ts'
import { allocatePayment } from '../model/allocate.ts'
import { lockAccount, moveMoney } from '../store/accounts.ts'
import { readPayment, updatePayment, type Payment } from '../store/payments.ts'
import { dueVisits } from '../store/visit-accounts.ts'

/** What the processor says of a checkout, now or in a report that came late. */
export interface CheckoutNews {
  readonly state: CheckoutState
  readonly paymentReference: string | null
}

const statusAfter = (status: Payment['status'], state: CheckoutState): Payment['status'] | null => {
  // Money that is there stays there, whatever an older report says; that it came after all is believed at any time.
  if (status === 'paid') return null
  if (state === 'paid') return 'paid'
  if (status === 'declined' || status === 'expired') return null
  if (state === 'failed') return 'declined'
  if (state === 'expired') return 'expired'
  return state === 'processing' && status === 'open' ? 'processing' : null
}

/**
 * Takes a payment to where the processor says it is; money counts once, when it is there, however often and in whatever order that is told.
 */
export const settlePayment = async (keeping: Keeping, paymentId: string, news: CheckoutNews): Promise<void> => {
  const { tx, now } = keeping
  const before = await readPayment(tx, keeping, paymentId, 'lock')
  const status = statusAfter(before.status, news.state)
  if (status === null) return
  const { patientId, amountCents } = before
  keeping.access.touch(patientId)
  await updatePayment(tx, before, {
    ...before,
    status,
    paymentReference: news.paymentReference ?? before.paymentReference,
    paidAt: status === 'paid' ? now : null,
  })
  if (status !== 'paid') return keeping.emit(accountChanged(patientId))
  await lockAccount(keeping, patientId)
  const parts = allocatePayment(amountCents, await dueVisits(tx, patientId))
  await moveMoney(
    keeping,
    patientId,
    parts.map(({ visitId, cents }) => ({ visitId, paymentId, movements: patientPayment(cents) })),
  )
}
