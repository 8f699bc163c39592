import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { PlatformVault } from '../../../platform/vault/create-vault.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { registerPatient } from '../index.ts'
import { samplePatient } from './lakeside.testing.ts'

describe.each(domainEngines)('telephone numbers from before the index, on %s', (engine) => {
  let hospital: TestHospital
  let desk: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())

  const add = async (phone: string | undefined): Promise<string> =>
    (
      await hospital.keep('directory', (context) =>
        registerPatient(context, { ...samplePatient(), ...(phone !== undefined && { phone }) }),
      )
    ).id
  /** As an earlier version of the server has left them. */
  const forget = (ids: readonly string[]) =>
    sql`update directory.patients set phone_index = null, names_indexed = false where id = any(${ids}::uuid[])`.execute(
      hospital.platform.database.owner(),
    )
  const foundBy = async (phone: string): Promise<string[]> =>
    (await desk.post('/v1/patients/search', { phone })).body.items.map(({ id }: { id: string }) => id)
  const left = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from directory.patients
      where not names_indexed`.execute(hospital.platform.database.owner())
    return rows[0]?.count ?? 0
  }
  const run = () => hospital.runJob('directory.index-patients')

  it('are indexed by a job, so that who calls is found, and the record keeps its version', async () => {
    const [id, silent] = [await add('614-555-0161'), await add(undefined)]
    await forget([id, silent])
    expect(await foundBy('614-555-0161')).toEqual([])
    await run()
    expect(await foundBy('(614) 555 0161')).toEqual([id])
    expect(await left()).toBe(0)
    expect((await desk.get(`/v1/patients/${id}`)).body.version).toBe(1)
  })

  it('are read with an entry in the access log of the patient', async () => {
    const id = await add('614-555-0162')
    await forget([id])
    const privacyOfficer = await hospital.as('privacy-officer')
    const bySystem = async (): Promise<unknown[]> =>
      (await privacyOfficer.get(`/v1/patients/${id}/accesses`)).body.items.filter(
        ({ actor }: { actor: { kind: string } }) => actor.kind === 'system',
      )
    const before = (await bySystem()).length
    await run()
    await hospital.settle()
    const after = await bySystem()
    expect(after).toHaveLength(before + 1)
    expect(after[0]).toMatchObject({ entity: 'Patient', action: 'execute', reason: 'demographics', patientId: id })
  })

  it('are indexed page by page, and one that changes in the meantime is the new one', async () => {
    const ids = await Promise.all(Array.from({ length: 205 }, (_, index) => add(`614-557-${1000 + index}`)))
    await forget(ids)
    await run()
    expect(await left()).toBe(5)
    const [late = ''] = ids.toSorted().slice(-1)
    await Promise.all([desk.patch(`/v1/patients/${late}`, { version: 1, phone: '614-555-0163' }), run()])
    expect(await left()).toBe(0)
    expect(await foundBy('614-555-0163')).toEqual([late])
  })

  it('are read together with the record number, so that the monitor knows which record has the next one', async () => {
    const [id, next] = await Promise.all(
      ['0199', '0200'].map(async (digits) => {
        const recordNumber = `${engine}-${digits}`
        return (
          await hospital.keep('directory', (context) => registerPatient(context, { ...samplePatient(), recordNumber }))
        ).id
      }),
    )
    const owner = hospital.platform.database.owner()
    const follows = async (): Promise<unknown[]> =>
      (
        await sql<{ id: string }>`select later.id from directory.patients as later
          join directory.patients as one on later.record_number_index = one.next_record_number_index
          where one.id = ${id}::uuid`.execute(owner)
      ).rows.map((row) => row.id)
    expect(await follows()).toEqual([next])
    await sql`update directory.patients set next_record_number_index = null, names_indexed = false
      where id = ${id}::uuid`.execute(owner)
    expect(await follows()).toEqual([])
    await run()
    expect(await follows()).toEqual([next])
  })

  it('of an erased patient are passed over once', async () => {
    const [erased, id] = [await add('614-555-0164'), await add('614-555-0165')]
    await forget([erased, id])
    const { vault, database } = hospital.platform
    await (vault as PlatformVault).erase(database.owner(), hospital.organizationId, erased)
    await run()
    expect(await left()).toBe(0)
    expect(await foundBy('614-555-0165')).toEqual([id])
  })
})
