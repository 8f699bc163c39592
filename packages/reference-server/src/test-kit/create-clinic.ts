import type { components } from '@visitkit/contract'
import type { WriteContext } from '../platform/contracts/context.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { loadConsentPack, publishStarterTexts } from '../domains/consent/index.ts'
import { createOrganization } from '../domains/directory/index.ts'
import { installSpecialties, loadSpecialtyPacks, type Specialties } from '../domains/scheduling/index.ts'

type Schemas = components['schemas']

type Organization = Parameters<typeof createOrganization>[1]
export type VisitType = Awaited<ReturnType<typeof installSpecialties>>[number]

export const lakeside: Organization = {
  name: 'Lakeside Health (sample)',
  region: 'us-east',
  zone: 'America/New_York',
  languages: ['en', 'es'],
  brand: { name: 'Lakeside Health', accentColor: '#0b6e6e' },
  contact: {
    phone: '614-555-0100',
    address: ['12 Harbor Street', 'Lakeside, OH 43440'],
    emergencyNumber: '911',
    crisisLine: '988',
  },
  videoVendor: 'peer',
}

const specialtiesOf = '2026-11-24'

/** Makes what a clinic has on its first day: the organization, consent texts and visit types. Returns the visit types. */
export const createClinic = async (
  keep: <A>(domain: string, run: (context: WriteContext) => Promise<A>) => Promise<A>,
  organizationId: string,
  {
    organization = lakeside,
    specialties = loadSpecialtyPacks(specialtiesOf),
  }: { readonly organization?: Organization; readonly specialties?: Specialties | undefined } = {},
): Promise<readonly VisitType[]> => {
  await keep('directory', (context) => createOrganization(context, organization))
  const pack = await loadConsentPack()
  await keep('consent', (context) => publishStarterTexts(context, pack, { reviewedBy: 'Quinn Reviewer (sample)' }))
  return keep('scheduling', ({ tx }) => installSpecialties(tx, organizationId, specialties, newId))
}

/** A visit type that can be booked and checked in to at once. */
export const shortVisitType: Schemas['CreateVisitType'] = {
  code: 'short-visit',
  specialty: 'primary-care',
  name: [{ language: 'en', text: 'Short visit' }],
  description: [],
  minutes: 5,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  stepMinutes: 5,
  modality: 'video',
  requiredConsents: ['telehealth-treatment'],
  questionnaires: [],
  licenseRequired: true,
  minimumNoticeMinutes: 0,
  horizonDays: 60,
  cancellationNoticeMinutes: 0,
}

/** The same, free of every rule but that of one visit at a time. */
export const freeVisitType: Schemas['CreateVisitType'] = {
  ...shortVisitType,
  requiredConsents: [],
  licenseRequired: false,
}
