import { afterEach, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import type { VideoCapability } from '../../../vendors/video/capabilities.ts'
import { startDailyHospital, type DailyHospital } from './daily.testing.ts'

const coveredCaptions: readonly VideoCapability[] = ['captions', 'transcription']
let kit: DailyHospital
afterEach(() => kit.stop())

/** What the seats of a visit say about captions by machine. */
const seats = async (isOn: boolean) => {
  const { hospital } = kit
  const administrator = await hospital.as('administrator')
  const { version, machineCaptions } = await answered(administrator.get('/v1/organization'), 200)
  expect(machineCaptions).toBe(false)
  if (isOn) await answered(administrator.patch('/v1/organization', { machineCaptions: true, version }), 200)
  const { path, patient, doctor } = await kit.admitted()
  const ofDoctor = await answered(doctor.post(`${path}/seats`), 201)
  const ofPatient = await answered(patient.post(`${path}/seats`), 201)
  return [ofDoctor.mayStartMachineCaptions, ofPatient.mayStartMachineCaptions]
}

test('captions by machine are off, although the agreement covers them, until the organization turns them on', async () => {
  kit = await startDailyHospital('hipaa', [], coveredCaptions)
  expect(await seats(false)).toEqual([undefined, undefined])
})

test('only the clinician may start them then', async () => {
  kit = await startDailyHospital('hipaa', [], coveredCaptions)
  expect(await seats(true)).toEqual([true, undefined])
})

test.each([[[]], [['captions']], [['transcription']]] as const)(
  'an organization that turns them on has none while its agreement covers only %j of them',
  async (covered) => {
    kit = await startDailyHospital('hipaa', [], covered)
    expect(await seats(true)).toEqual([undefined, undefined])
  },
)
