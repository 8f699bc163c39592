import type { components } from '@visitkit/contract'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { onePixel } from './one-pixel.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** The organization, its members, practitioners, patients and proxies. */
export const directoryRequests: Requests<
  | 'getOrganization'
  | 'updateOrganization'
  | 'getMe'
  | 'listMembers'
  | 'createMember'
  | 'updateMember'
  | 'listPractitioners'
  | 'getPractitioner'
  | 'createPractitioner'
  | 'updatePractitioner'
  | 'putPractitionerPhoto'
  | 'removePractitionerPhoto'
  | 'getPractitionerPhoto'
  | 'createPatient'
  | 'searchPatients'
  | 'getPatient'
  | 'updatePatient'
  | 'getContactChoice'
  | 'putContactChoice'
  | 'getPatientBackground'
  | 'putPatientBackground'
  | 'linkPatient'
  | 'listProxies'
  | 'createProxy'
  | 'updateProxy'
  | 'endProxy'
  | 'signOutProxy'
  | 'listCareTeams'
  | 'createCareTeam'
  | 'updateCareTeam'
  | 'retireCareTeam'
  | 'listCovers'
  | 'startCover'
  | 'handOver'
  | 'endCover'
  | 'inviteMember'
  | 'releaseMemberLogin'
  | 'signOutMember'
  | 'invitePatient'
  | 'getPatientLogin'
  | 'releasePatientLogin'
  | 'signOutPatient'
  | 'inviteProxy'
  | 'listInvitations'
  | 'revokeInvitation'
  | 'acceptInvitation'
> = {
  getOrganization: () => ({ names: 'nothing' }),
  updateOrganization: async ({ administrator }) => ({
    body: { version: (await body(administrator.get('/v1/organization'))).version, languages: ['en', 'es'] },
    names: 'nothing',
  }),
  getMe: (_hospital, { patientIds }) => ({ names: 'nothing', concerns: patientIds }),
  listMembers: () => ({ names: 'nothing' }),
  createMember: () => ({
    body: { displayName: 'New Sample', roles: ['nurse'] },
    names: 'nothing',
  }),
  updateMember: async ({ administrator }) => {
    const member = await body(administrator.post('/v1/members', { displayName: 'Changed Sample', roles: ['nurse'] }))
    return {
      path: { memberId: member.id },
      body: { version: member.version, roles: ['nurse', 'biller'] },
      names: 'organization',
    }
  },
  listPractitioners: () => ({ names: 'nothing' }),
  getPractitioner: async (hospital) => ({
    path: { practitionerId: (await hospital.time('later')).practitionerId },
    names: 'organization',
  }),
  createPractitioner: () => ({
    body: {
      displayName: 'Dr. New Example',
      title: [{ language: 'en', text: 'Physician' }],
      specialties: ['cardiology'],
      languages: ['en'],
      zone: 'America/New_York',
      licenses: [],
      name: { given: 'New', family: 'Example' },
      otherNames: [{ use: 'maiden', given: 'New', family: 'Sample' }],
    },
    names: 'nothing',
  }),
  updatePractitioner: async (hospital) => {
    const { id: practitionerId, version } = await hospital.practitioner()
    return { path: { practitionerId }, body: { version, languages: ['en', 'es'] }, names: 'organization' }
  },
  putPractitionerPhoto: async (hospital) => ({
    path: { practitionerId: (await hospital.practitioner()).id },
    body: onePixel,
    names: 'organization',
  }),
  removePractitionerPhoto: async (hospital) => ({
    path: { practitionerId: (await photographed(hospital)).id },
    names: 'organization',
  }),
  getPractitionerPhoto: async (hospital) => ({
    path: { photoId: (await photographed(hospital)).photoId ?? '' },
    names: 'organization',
  }),
  createPatient: () => ({
    body: {
      name: { given: 'New', middle: ['Lee'], family: 'Sample', suffix: 'Jr' },
      otherNames: [{ use: 'maiden', given: 'New', middle: ['Lee'], family: 'Example', suffix: 'Jr' }],
      birthDate: '1984-06-15',
      sex: 'female',
      email: 'new.sample@example.com',
      phone: '614-555-0144',
      address: { line1: '1 Sample Street', line2: 'Flat 2', city: 'Exampleville', state: 'OH', postalCode: '43004' },
      state: 'OH',
      language: 'en',
      interpreterLanguage: 'es',
      needsCaptions: true,
      zone: 'America/New_York',
      recordNumber: newId(),
    },
    names: 'nothing',
  }),
  searchPatients: async (hospital) => {
    const [recordNumber, phone] = [newId(), '614-555-0147']
    const { id, name, birthDate } = await hospital.patient({ recordNumber, phone })
    return {
      body: { family: name.family, given: name.given, birthDate, recordNumber, phone },
      names: 'nothing',
      concerns: [id],
    }
  },
  getPatient: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  getContactChoice: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  putContactChoice: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: {
      ...{ calls: 'only', callPhone: '614-555-0199', leaveMessage: false, callHours: { from: '09:00', to: '17:00' } },
      letters: 'only',
      letterAddress: { line1: '9 Chosen Road', line2: 'Unit 2', city: 'Dayton', state: 'OH', postalCode: '45402' },
      addressAs: 'Alex',
      version: 1,
    },
    names: 'patient',
  }),
  getPatientBackground: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  putPatientBackground: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: {
      version: 0,
      ...(person.patientIds.length === 0 && { toldBy: 'guardian' }),
      races: ['2028-9', '2106-3'],
      ethnicity: '2186-5',
      birthSex: 'F',
      genderIdentity: '33791000087105',
    },
    names: 'patient',
  }),
  linkPatient: async (hospital, person) => {
    const [patientId, { id: replacedBy }] = [await accessiblePatient(hospital, person), await hospital.patient()]
    const { version } = await body(hospital.desk.get(`/v1/patients/${patientId}`))
    return { path: { patientId }, body: { replacedBy, reason: 'registered-twice', version }, names: 'patient' }
  },
  updatePatient: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    const { version } = await body(hospital.desk.get(`/v1/patients/${patientId}`))
    return {
      path: { patientId },
      body: {
        version,
        name: { given: 'Pat', family: 'Renamed' },
        email: 'pat.sample@example.com',
        phone: '614-555-0145',
        address: { line1: '2 Sample Street', line2: 'Flat 3', city: 'Exampleville', state: 'OH', postalCode: '43004' },
      },
      names: 'patient',
    }
  },
  listProxies: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  createProxy: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: {
      displayName: 'Robin Sample',
      relationship: 'spouse',
      email: 'robin.sample@example.com',
      phone: '614-555-0143',
      scope: ['visit'],
      from: '2026-01-01',
    },
    names: 'patient',
  }),
  updateProxy: async (hospital, person) => ({
    path: pathOf(await invited(hospital, await accessiblePatient(hospital, person))),
    body: { email: 'robin.sample@example.com', phone: null },
    names: 'patient',
  }),
  listCareTeams: async (hospital) => {
    await careTeam(hospital)
    return { names: 'nothing' }
  },
  createCareTeam: async (hospital) => ({
    body: { name: 'Sample team', memberIds: [(await hospital.onDuty()).personId], practitionerIds: [] },
    names: 'nothing',
  }),
  updateCareTeam: async (hospital) => {
    const { id: careTeamId, version } = await careTeam(hospital)
    return { path: { careTeamId }, body: { version, name: 'Renamed sample team' }, names: 'organization' }
  },
  retireCareTeam: async (hospital) => ({
    path: { careTeamId: (await careTeam(hospital)).id },
    names: 'organization',
  }),
  listCovers: async (hospital, person) => {
    await cover(hospital, person)
    return { names: 'nothing' }
  },
  startCover: async (hospital) => ({
    body: {
      practitionerId: (await hospital.practitioner()).id,
      reason: 'absent',
      until: inHours(hospital, 2),
    },
    names: 'organization',
  }),
  handOver: async (hospital, person) => ({
    path: { practitionerId: person.practitionerId ?? (await hospital.practitioner()).id },
    body: { toMemberId: (await hospital.person('nurse')).personId, reason: 'on-leave', until: inHours(hospital, 48) },
    names: 'organization',
  }),
  endCover: async (hospital, person) => ({
    path: { coverId: (await cover(hospital, person)).id },
    names: 'organization',
  }),
  endProxy: async (hospital, person) => ({
    path: pathOf(await invited(hospital, await accessiblePatient(hospital, person))),
    names: 'patient',
  }),
  signOutProxy: async (hospital, person) => ({
    path: pathOf(await invited(hospital, await accessiblePatient(hospital, person))),
    names: 'patient',
  }),
  inviteMember: async (hospital) => ({ path: { memberId: await newMember(hospital) }, names: 'organization' }),
  releaseMemberLogin: async (hospital) => ({ path: { memberId: await newMember(hospital) }, names: 'organization' }),
  signOutMember: async (hospital) => ({ path: { memberId: await newMember(hospital) }, names: 'organization' }),
  invitePatient: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  getPatientLogin: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  releasePatientLogin: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  signOutPatient: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  inviteProxy: async (hospital, person) => ({
    path: pathOf(await invited(hospital, await accessiblePatient(hospital, person))),
    names: 'patient',
  }),
  listInvitations: () => ({ names: 'nothing' }),
  revokeInvitation: async (hospital, person) => {
    if (person.role === 'administrator') {
      const invitation = await body(hospital.administrator.post(`/v1/members/${await newMember(hospital)}/invitations`))
      return { path: { invitationId: invitation.id }, names: 'organization' }
    }
    const { invitation } = await invited(hospital, await accessiblePatient(hospital, person))
    return { path: { invitationId: invitation.id }, names: 'patient' }
  },
  acceptInvitation: async (hospital) => {
    const { invitation } = await invited(hospital, (await hospital.patient()).id)
    return {
      body: { secret: invitation.secret ?? '' },
      names: 'organization',
      strangersGet: { status: 404, code: 'unknown_invitation' },
    }
  },
}

/** A pending proxy right with its invitation. */
const invited = (hospital: Hospital, patientId: string): Promise<Schemas['CreatedProxy']> =>
  body(
    hospital.desk.post(`/v1/patients/${patientId}/proxies`, {
      displayName: 'Robin Sample',
      relationship: 'caregiver',
      scope: ['visit'],
      from: '2026-01-01',
    }),
  )

const pathOf = ({ id, patientId }: Schemas['CreatedProxy']) => ({ patientId, proxyId: id })

const newMember = async ({ administrator }: Hospital): Promise<string> =>
  (await body(administrator.post('/v1/members', { displayName: 'Invited Sample', roles: ['nurse'] }))).id

const inHours = ({ server }: Hospital, hours: number): string =>
  new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()

const careTeam = (hospital: Hospital): Promise<Schemas['CareTeam']> =>
  body(hospital.administrator.post('/v1/care-teams', { name: 'Sample team', memberIds: [] }))

/** A cover that involves this person, if they can have one. */
const cover = async (hospital: Hospital, person: Person): Promise<Schemas['Cover']> => {
  const by = person.role === 'practitioner' || person.role === 'nurse' ? person : await hospital.onDuty()
  return body(
    by.post('/v1/covers', {
      practitionerId: (await hospital.practitioner()).id,
      reason: 'absent',
      until: inHours(hospital, 2),
    }),
  )
}

/** A practitioner with a photo. */
const photographed = async (hospital: Hospital): Promise<Schemas['Practitioner']> => {
  const { id } = await hospital.practitioner()
  const put = await hospital.administrator.fetch(`/v1/practitioners/${id}/photo`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: onePixel,
  })
  return (await put.json()) as Schemas['Practitioner']
}
