import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { keepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'
import { readContextForOrganization } from '../../kernel/workflows/read-context-for-organization.ts'
import { readPayment } from '../store/payments.ts'
import { gatherAccountOf, settlePayment } from '../workflows/settle-payment.ts'

describe.each(domainEngines)('money that arrives at the same moment, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const returnUrl = 'https://portal.lakeside.example/billing'

  /** Settles payments, each of which was gathered before another is stored. */
  const settleTogether = async (paymentIds: readonly string[]): Promise<void> => {
    const { platform, organizationId, clock } = hospital
    const keep = keepForOrganization(platform.unitOfWork, readContextForOrganization(platform))
    const allGathered = Promise.withResolvers<void>()
    let gathered = 0
    const settle = (id: string): Promise<void> =>
      keep(organizationId, 'billing.test', clock.now(), async (context) => {
        const loaded = await gatherAccountOf(context.db, await readPayment(context.db, context, id))
        gathered += 1
        if (gathered === paymentIds.length) allGathered.resolve()
        await allGathered.promise
        const paid = { state: 'paid', paymentReference: `pi_${id}` } as const
        return { ...settlePayment(context, loaded, paid), answer: undefined }
      })
    await Promise.all(paymentIds.map(settle))
  }
  const sumsOf = (patientId: string) =>
    hospital.keep('billing', async ({ tx }) => {
      const { rows } = await sql<{ visits: number; account: number; entries: number }>`select
        (select sum(patient_cents) from billing.visit_accounts where patient_id = ${patientId})::integer as visits,
        (select patient_cents from billing.accounts where id = ${patientId})::integer as account,
        (select sum(patient_cents) from billing.entries where patient_id = ${patientId})::integer as entries`.execute(
        tx,
      )
      return rows[0]
    })

  it('pays a visit once, and the rest is a credit', async () => {
    const { patientId } = await hospital.signedVisit()
    const patient = await hospital.asPatient(patientId)
    const begin = async (amountCents: number): Promise<string> =>
      (await patient.post(`/v1/patients/${patientId}/payments`, { amountCents, returnUrl })).body.id
    const payments = [await begin(10_000), await begin(9_000)]
    await settleTogether(payments)
    expect(await sumsOf(patientId)).toEqual({ visits: 0, account: -4_500, entries: -4_500 })
  })

  it('is posted once, although it is reported twice', async () => {
    const { patientId } = await hospital.signedVisit()
    const patient = await hospital.asPatient(patientId)
    const { id } = (await patient.post(`/v1/patients/${patientId}/payments`, { amountCents: 14_500, returnUrl })).body
    await settleTogether([id, id, id])
    expect(await sumsOf(patientId)).toEqual({ visits: 0, account: 0, entries: 0 })
  })
})
