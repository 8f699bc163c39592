import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'

describe('the account of the video vendor', () => {
  let hospital: TestHospital<'video'>
  let officer: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine: 'postgres', partners: ['video'] })
    officer = await hospital.as('privacy-officer')
  })
  afterAll(() => hospital.stop())

  const found = async () =>
    ((await answered(officer.get('/v1/findings'), 200)).items as { kind: string }[]).filter(
      ({ kind }) => kind === 'recording-account',
    )
  const useDaily = async () => {
    const administrator = await hospital.as('administrator')
    const { version } = await answered(administrator.get('/v1/organization'), 200)
    await answered(administrator.patch('/v1/organization', { videoVendor: 'daily', version }), 200)
  }

  it('is a finding as long as it records calls by default, for the organization that uses it', async () => {
    const { video: daily } = hospital.partners
    daily.setAccount({ enable_recording: 'cloud' })
    expect(await found(), 'the visits are from browser to browser').toEqual([])
    await useDaily()
    expect(await found()).toEqual([
      { kind: 'recording-account', status: 'overdue', dueOn: '2026-11-24', title: 'daily' },
    ])
    daily.setAccount({ enable_recording: undefined })
    expect(await found()).toEqual([])
  })

  it('that cannot be read keeps no one from the other findings', async () => {
    await hospital.partners.video.stop()
    const { items } = await answered(officer.get('/v1/findings'), 200)
    expect(items.length).toBeGreaterThan(0)
  })
})
