import { readFile } from 'node:fs/promises'
import type { ProxyScope, Role } from '@visitkit/sdk'

interface Person {
  readonly username: string
  readonly hint?: string
}
export interface DemoPractitioner extends Person {
  readonly displayName: string
  readonly title: { readonly en: string; readonly es: string }
  readonly specialties: string[]
  readonly languages: string[]
  readonly zone: string
  readonly states: readonly string[]
  readonly npi: string
  readonly hours: 'office' | 'evenings' | 'always'
}
export interface DemoStaff extends Person {
  readonly displayName: string
  readonly roles: Role[]
  /** For reminders and notices of work. */
  readonly email?: string
}
export interface DemoPatient extends Person {
  readonly given: string
  readonly family: string
  readonly birthDate: string
  readonly sex: 'female' | 'male' | 'other' | 'unknown'
  readonly state: string
  readonly language: string
  readonly interpreterLanguage?: string
  readonly zone: string
  readonly phone: string
  readonly address: { line1: string; city: string; state: string; postalCode: string }
  readonly recordNumber: string
  readonly email?: string
  /** Name of the payer, as in the billing pack. Without one the patient pays. */
  readonly coverage?: { readonly payer: string; readonly memberNumber: string }
  /** False for a child whose parent signs in. */
  readonly signsIn?: boolean
}
export interface DemoProxy extends Person {
  readonly displayName: string
  readonly relationship: 'parent' | 'guardian' | 'caregiver' | 'spouse' | 'child' | 'other'
  /** Username of the patient. */
  readonly patient: string
  readonly email: string
  readonly scope: ProxyScope[]
}
/** Care teams, by username. */
export interface DemoCareTeam {
  readonly name: string
  readonly members: readonly string[]
}
/** Known only to the identity provider, until they accept an invitation. */
export interface DemoNewcomer extends Person {
  readonly displayName: string
}
export interface DemoPeople {
  readonly practitioners: readonly DemoPractitioner[]
  readonly staff: readonly DemoStaff[]
  readonly patients: readonly DemoPatient[]
  readonly proxies: readonly DemoProxy[]
  readonly careTeams: readonly DemoCareTeam[]
  readonly newcomers: readonly DemoNewcomer[]
}

/** The fictional people of Lakeside Health. */
export const readPeople = async (): Promise<DemoPeople> =>
  JSON.parse(await readFile(new URL('../people/lakeside.json', import.meta.url), 'utf8')) as DemoPeople

interface PortalAccount {
  readonly sub: string
  readonly username: string
  readonly name: string
  readonly hint: string
  /** Staff have an app, and administrators a hardware key. */
  readonly secondStep?: 'code' | 'key'
}

type AnyPerson = Person & { readonly displayName: string; readonly secondStep?: 'code' | 'key' }

/** Their accounts for the sandbox's identity provider. */
export const accountsOf = (people: DemoPeople): PortalAccount[] =>
  [
    ...people.patients
      .filter((patient) => patient.signsIn !== false)
      .map((patient) => ({ ...patient, displayName: `${patient.given} ${patient.family}` })),
    ...people.proxies,
    ...people.practitioners.map((one) => ({ ...one, hint: one.title.en, secondStep: 'code' as const })),
    ...people.staff.map((one) => ({
      ...one,
      secondStep: one.roles.includes('administrator') ? ('key' as const) : ('code' as const),
    })),
    ...people.newcomers,
  ].map(({ username, displayName, hint = '', ...more }: AnyPerson) => ({
    ...{ sub: username, username, name: displayName, hint },
    ...(more.secondStep && { secondStep: more.secondStep }),
  }))
