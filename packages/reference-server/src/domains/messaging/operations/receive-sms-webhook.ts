import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { storeWrites } from '../../../platform/database/changes/store-writes.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { SmsReport } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged, numberStopped } from '../events.ts'
import { advance } from '../model/delivery.ts'
import { dialable } from '../model/phone.ts'
import type { MessagingContext } from '../ports.ts'
import {
  insertEarlyReport,
  listPatientsByNumber,
  lockDeliveryByVendorId,
  replaceDelivery,
} from '../store/deliveries.ts'
import { numberIndex, deleteStoppedNumber, insertStoppedNumber } from '../store/preferences.ts'

export const receiveSmsWebhook = operation<MessagingContext>()('receiveSmsWebhook', {
  gather: async ({ path, rawBody, headers }, { sms }, context) => {
    const organizationId = requireUuid(path.organizationId)
    if (sms === null) throw notFound('no SMS vendor')
    const report = sms.parseWebhook({ rawBody, headers, now: context.now })
    assumeCaller(context, externalCaller(organizationId, `sms-${sms.vendor}`))
    return report
  },
  keep: async (_, report, context) => {
    if (report !== null)
      await ('from' in report ? applyStopOrStart(context, report) : recordDeliveryReport(context, report))
    return { status: 200, body: { received: true } }
  },
})

/**
 * STOP applies to a number, regardless of who uses it (47 CFR 64.1200(a)(10)). The reaction to the event records which patients it
 * concerned.
 */
const applyStopOrStart = async (
  context: WriteContext,
  { kind, from }: Extract<SmsReport, { readonly kind: 'stop' | 'start' }>,
): Promise<void> => {
  const { tx, emit } = context
  const number = dialable(from)
  if (number === null) return
  const index = await numberIndex(tx, context, number)
  if (kind === 'stop') await insertStoppedNumber(tx, context, index)
  else await deleteStoppedNumber(tx, index)
  for (const patientId of await listPatientsByNumber(tx, index)) await emit(numberStopped(patientId, kind === 'stop'))
}

const recordDeliveryReport = async (
  { tx, caller, now, newId, emit }: WriteContext,
  { kind, vendorId, code, at }: Extract<SmsReport, { readonly kind: 'delivered' | 'failed' }>,
): Promise<void> => {
  const { organizationId } = caller
  const early = { organizationId, id: newId(), vendorId, status: kind, reasonCode: code, at }
  let before = await lockDeliveryByVendorId(tx, vendorId)
  if (before === null) {
    if (await insertEarlyReport(tx, early)) return
    // The delivery has learned its id in the meantime; or this is a repeated report.
    before = await lockDeliveryByVendorId(tx, vendorId)
  }
  const after = before && advance(before, kind, { now, ...(code !== null && { reasonCode: code }) })
  if (!before || !after) return
  await storeWrites(tx, organizationId, [replaceDelivery(after, before)])
  await emit(deliveryChanged(after))
}
