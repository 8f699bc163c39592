/** What an empty organization needs for a first booking: one patient, and one doctor who works all week. Both are invited to sign in. */
import { createServerClient } from '@visitkit/sdk'

const visitkit = createServerClient({
  baseUrl: 'http://localhost:4000',
  clientId: 'hillside-setup',
  clientSecret: process.env['SETUP_SECRET'] ?? '',
})

const member = await visitkit.members.create({
  displayName: 'Dr Robin Example',
  roles: ['practitioner'],
})
const practitioner = await visitkit.practitioners.create({
  memberId: member.id,
  displayName: 'Dr Robin Example',
  title: [{ language: 'en', text: 'Family doctor' }],
  specialties: ['primary-care'],
  languages: ['en'],
  zone: 'America/Denver',
  licenses: [{ state: 'CO', number: 'CO-0001', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
})
await visitkit.availability.put(practitioner.id, {
  zone: 'America/Denver',
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
  exceptions: [],
  version: 0,
})
const patient = await visitkit.patients.create({
  name: { given: 'Sam', family: 'Example' },
  birthDate: '1990-05-17',
  sex: 'unknown',
  state: 'CO',
  language: 'en',
  zone: 'America/Denver',
  phone: '555 0143',
  address: { line1: '1 Example Road', city: 'Denver', state: 'CO', postalCode: '80014' },
  recordNumber: 'H-1001',
})
// Each code is shown only here. Its person enters it after signing in.
const forDoctor = await visitkit.members.invite(member.id)
const forPatient = await visitkit.patients.invite(patient.id)
visitkit.close()
console.log('One doctor and one patient are there. Their invitation codes:')
console.log(`  Dr Robin Example  ${forDoctor.secret}`)
console.log(`  Sam Example       ${forPatient.secret}`)
