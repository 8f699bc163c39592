import { assumeCaller, externalCaller } from '../../../platform/identity/assume-caller.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { SmsReport } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged, numberStopped } from '../events.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import { dialable } from '../model/phone.ts'
import type { MessagingContext } from '../ports.ts'
import {
  findDeliveryByVendorId,
  findVendorIdState,
  insertEarlyReport,
  listPatientsByNumber,
  replaceDelivery,
} from '../store/deliveries.ts'
import { numberIndex, writeWordOfNumber } from '../store/preferences.ts'

type Preference = Extract<SmsReport, { readonly kind: 'stop' | 'start' }>
type DeliveryReport = Extract<SmsReport, { readonly kind: 'delivered' | 'failed' }>

type Loaded =
  | { readonly concerns: 'nothing' }
  | {
      readonly concerns: 'number'
      readonly isStopped: boolean
      /** By the vendor's clock. */
      readonly at: Date
      readonly index: Uint8Array
      readonly patientIds: string[]
    }
  | {
      readonly concerns: 'delivery'
      readonly report: DeliveryReport
      /** Null if no delivery has this id: the report is the first to name it. */
      readonly delivery: Delivery | null
    }

export const receiveSmsWebhook = operation<MessagingContext>()('receiveSmsWebhook', {
  gather: async ({ path, rawBody, headers }, { sms }, context): Promise<Loaded> => {
    const organizationId = requireUuid(path.organizationId)
    if (sms === null) throw notFound('no SMS vendor')
    const report = sms.parseWebhook({ rawBody, headers, now: context.now })
    const reading = assumeCaller(context, externalCaller(organizationId, `sms-${sms.vendor}`))
    if (report === null) return { concerns: 'nothing' }
    return 'from' in report ? gatherNumber(reading, report) : gatherDelivery(reading, report)
  },
  decide: (_, loaded, context) => {
    const answer = { status: 200, body: { received: true } } as const
    return {
      ...decideReport(loaded, context),
      answer,
      // A repeat, or a word that is older than the last one.
      ...(loaded.concerns === 'number' && { otherwise: () => ({ answer }) }),
    }
  },
})

const gatherNumber = async (context: ReadContext, { kind, from, at }: Preference): Promise<Loaded> => {
  const number = dialable(from)
  if (number === null) return { concerns: 'nothing' }
  const index = await numberIndex(context.db, context, number)
  const patientIds = await listPatientsByNumber(context.db, index)
  // A clock that is ahead must not take precedence over words that are really later.
  const said = at > context.now ? context.now : at
  return { concerns: 'number', isStopped: kind === 'stop', at: said, index, patientIds }
}

const gatherDelivery = async ({ db }: ReadContext, report: DeliveryReport): Promise<Loaded> => {
  const { vendorId } = report
  const delivery = await findDeliveryByVendorId(db, vendorId)
  if (delivery !== null) return { concerns: 'delivery', report, delivery }
  const state = await findVendorIdState(db, vendorId)
  if (state === null) return { concerns: 'delivery', report, delivery }
  // The delivery has learned its id in the meantime; or this is a repeated report.
  const found = state === 'known' ? await findDeliveryByVendorId(db, vendorId) : null
  return found === null ? { concerns: 'nothing' } : { concerns: 'delivery', report, delivery: found }
}

const decideReport = (loaded: Loaded, context: DecideContext): Pick<Change<void>, 'writes' | 'events'> => {
  const { now, newId } = context
  switch (loaded.concerns) {
    case 'nothing':
      return {}
    case 'number': {
      // STOP applies to a number, regardless of who uses it (47 CFR 64.1200(a)(10)). The reaction to the event records which patients it
      // concerned.
      const { isStopped, at, index, patientIds } = loaded
      return {
        writes: [writeWordOfNumber(newId(), index, { isStopped, at })],
        events: patientIds.map((patientId) => numberStopped(patientId, isStopped)),
      }
    }
    case 'delivery': {
      const { report, delivery: before } = loaded
      const { kind, vendorId, code, at } = report
      if (before === null)
        return { writes: [insertEarlyReport({ id: newId(), vendorId, status: kind, reasonCode: code, at })] }
      const after = advance(before, kind, { now, ...(code !== null && { reasonCode: code }) })
      return after === null ? {} : { writes: [replaceDelivery(after, before)], events: [deliveryChanged(after)] }
    }
  }
}
