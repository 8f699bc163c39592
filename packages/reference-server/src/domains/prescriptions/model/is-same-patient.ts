import type { ScriptPatient } from '../../../vendors/pharmacy/script/script-message.ts'
import type { Patient } from '../ports.ts'

/** How names are compared: case, accents, spaces and signs aside, because each system keeps them its own way. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/**
 * Whether a pharmacy speaks of the patient for whom the prescription was written: the same birth date and last name. A name that was
 * changed since, or mistaken, is one for a person to look at.
 */
export const isSamePatient = (said: ScriptPatient, { name, birthDate }: Pick<Patient, 'name' | 'birthDate'>): boolean =>
  said.birthDate === birthDate && plain(said.name.lastName) === plain(name.family === '' ? name.given : name.family)
