import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'

type Exposure = components['schemas']['Exposure']

describe.each(domainEngines)('exposures on %s', (engine) => {
  let hospital: TestHospital
  let officer: SignedInClient
  let nurse: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    officer = await hospital.as('privacy-officer')
    nurse = await hospital.as('nurse')
  })
  afterAll(() => hospital.stop())

  const ofNurse = async (query = ''): Promise<{ items: Exposure[]; nextCursor: string | null }> => {
    const actor = nurse.caller.personId
    const { status, body } = await officer.get(
      `/v1/exposures?actorId=${actor}&from=2026-11-25T14:00:00Z&to=2026-11-25T16:00:00Z${query}`,
    )
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }

  it('are the patients whose records one person reached, with which data and how often, and no others', async () => {
    const [read, twice, untouched] = [
      await insertPatientDirectly(hospital),
      await insertPatientDirectly(hospital),
      await insertPatientDirectly(hospital),
    ]
    await nurse.get(`/v1/patients/${read.id}`)
    await nurse.get(`/v1/patients/${twice.id}`)
    await nurse.get(`/v1/patients/${twice.id}`)
    await nurse.get(`/v1/patients/${newId()}`)
    // A colleague, and the nurse themselves too late, are not what was asked about.
    await (await hospital.as('nurse')).get(`/v1/patients/${untouched.id}`)
    const { items } = await ofNurse()
    expect(items.map(({ patientId }) => patientId)).toEqual([read.id, twice.id].toSorted())
    const found = new Map(items.map((item) => [item.patientId, item]))
    expect(found.get(read.id)?.data).toEqual([{ entity: 'Patient', action: 'read', accesses: 1 }])
    expect(found.get(twice.id)).toMatchObject({
      from: '2026-11-25T15:00:00.000Z',
      to: '2026-11-25T15:00:00.000Z',
      data: [{ entity: 'Patient', action: 'read', accesses: 2 }],
    })
    expect((await ofNurse('&clientId=another')).items).toEqual([])
  })

  it('are paged by patient', async () => {
    const all = await ofNurse()
    const first = await ofNurse('&limit=1')
    expect(first.items).toEqual(all.items.slice(0, 1))
    const second = await ofNurse(`&limit=1&cursor=${first.nextCursor}`)
    expect(second.items).toEqual(all.items.slice(1, 2))
  })

  it('are named in the ledger, one row for each patient, and are for privacy officers', async () => {
    const before = (await hospital.accessRows({ operation: 'listExposures' })).length
    const { items } = await ofNurse()
    const rows = (await hospital.accessRows({ operation: 'listExposures' })).slice(before)
    expect(rows.map(({ patientId }) => patientId).toSorted()).toEqual(items.map(({ patientId }) => patientId))
    const asked = await nurse.get(`/v1/exposures?actorId=${newId()}&from=2026-11-25T14:00:00Z&to=2026-11-25T16:00:00Z`)
    expect(asked.status).toBe(403)
  })
})
