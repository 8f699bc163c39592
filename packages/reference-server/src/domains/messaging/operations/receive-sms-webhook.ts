import { adopt, externalCaller } from '../../../platform/identity/adopt-caller.ts'
import { knownId } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import type { SmsReport } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged, numberStopped } from '../events.ts'
import { advance } from '../model/delivery.ts'
import { dialable } from '../model/phone.ts'
import type { MessagingContext } from '../ports.ts'
import { keepEarlyReport, lockByVendorId, lockVendorId, patientsOfNumber, updateDelivery } from '../store/deliveries.ts'
import { numberIndex, startNumber, stopNumber } from '../store/preferences.ts'

export const receiveSmsWebhook = operation<MessagingContext>()('receiveSmsWebhook', {
  gather: async ({ path, rawBody, headers }, { sms }, reading) => {
    const organizationId = knownId(path.organizationId)
    if (sms === null) throw notFound('no SMS vendor')
    const report = sms.parseWebhook({ rawBody, headers, now: reading.now })
    adopt(reading, externalCaller(organizationId, `sms-${sms.vendor}`))
    return report
  },
  keep: async (_, report, keeping) => {
    if (report !== null) await ('from' in report ? heed(keeping, report) : note(keeping, report))
    return { status: 200, body: { received: true } }
  },
})

/** STOP is about a number, whoever uses it (47 CFR 64.1200(a)(10)). Whom it concerned is recorded by the reaction to the event. */
const heed = async (
  keeping: Keeping,
  { kind, from }: Extract<SmsReport, { readonly kind: 'stop' | 'start' }>,
): Promise<void> => {
  const { tx, emit } = keeping
  const number = dialable(from)
  if (number === null) return
  const index = await numberIndex(tx, keeping, number)
  if (kind === 'stop') await stopNumber(tx, keeping, index)
  else await startNumber(tx, index)
  for (const patientId of await patientsOfNumber(tx, index)) await emit(numberStopped(patientId, kind === 'stop'))
}

const note = async (
  { tx, caller, now, newId, emit }: Keeping,
  { kind, vendorId, code, at }: Extract<SmsReport, { readonly kind: 'delivered' | 'failed' }>,
): Promise<void> => {
  await lockVendorId(tx, vendorId)
  const delivery = await lockByVendorId(tx, vendorId)
  if (delivery === null) {
    const { organizationId } = caller
    return keepEarlyReport(tx, { organizationId, id: newId(), vendorId, status: kind, reason_code: code, at })
  }
  const after = advance(delivery, kind, { now, ...(code !== null && { reasonCode: code }) })
  if (!after) return
  await updateDelivery(tx, after)
  await emit(deliveryChanged(after))
}
