import { childOf, type XmlElement } from '../xml/xml-element.ts'
import { sigIn } from './read-sig.ts'
import type {
  ScriptAddress,
  ScriptCancelResponse,
  ScriptMedication,
  ScriptName,
  ScriptPatient,
  ScriptPharmacy,
  ScriptPrescriber,
  ScriptResponse,
  ScriptSubject,
} from './script-message.ts'
import { ScriptUnreadable } from './script-unreadable.ts'

/** Maximum length of a text from a partner. */
const longest = 4_000

export const required = (parent: XmlElement | undefined, name: string): XmlElement => {
  const found = childOf(parent, name)
  if (!found) throw new ScriptUnreadable(name)
  return found
}

const textOf = (found: XmlElement): string => {
  if (found.children.length > 0 || found.text.length > longest) throw new ScriptUnreadable(found.name)
  return found.text
}

export const requiredText = (parent: XmlElement | undefined, name: string): string => {
  const text = textOf(required(parent, name))
  if (text === '') throw new ScriptUnreadable(name)
  return text
}

/** Absent and empty are treated the same. */
export const optionalText = (parent: XmlElement | undefined, name: string): string | undefined => {
  const found = childOf(parent, name)
  return found === undefined ? undefined : textOf(found) || undefined
}

/** `{ name: value }` if there is a value, so that an absent one adds no property. */
export const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> => (value === undefined ? {} : ({ [name]: value } as Record<Name, Value>))

const numberOf = (found: XmlElement): number => {
  const text = textOf(found).trim()
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text)) throw new ScriptUnreadable(found.name)
  return Number(text)
}

const optionalCount = (parent: XmlElement, name: string): number | undefined => {
  const found = childOf(parent, name)
  if (found === undefined) return undefined
  const value = numberOf(found)
  if (!Number.isInteger(value)) throw new ScriptUnreadable(name)
  return value
}

const dateIn = (parent: XmlElement | undefined): string => {
  const text = requiredText(parent, 'Date').trim()
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    throw new ScriptUnreadable('Date')
  }
}

const nameIn = (parent: XmlElement): ScriptName => {
  const name = required(parent, 'Name')
  return {
    lastName: requiredText(name, 'LastName'),
    ...given('firstName', optionalText(name, 'FirstName')),
    ...given('middleName', optionalText(name, 'MiddleName')),
    ...given('suffix', optionalText(name, 'Suffix')),
  }
}

const addressIn = (parent: XmlElement): ScriptAddress | undefined => {
  const address = childOf(parent, 'Address')
  if (address === undefined) return undefined
  return {
    line1: requiredText(address, 'AddressLine1'),
    ...given('line2', optionalText(address, 'AddressLine2')),
    city: requiredText(address, 'City'),
    state: requiredText(address, 'StateProvince'),
    ...given('postalCode', optionalText(address, 'PostalCode')),
  }
}

const phoneIn = (parent: XmlElement): string | undefined =>
  optionalText(childOf(childOf(parent, 'CommunicationNumbers'), 'PrimaryTelephone'), 'Number')

const patientIn = (parent: XmlElement): ScriptPatient => {
  const human = required(required(parent, 'Patient'), 'HumanPatient')
  const gender = optionalText(human, 'Gender')
  return {
    name: nameIn(human),
    gender: gender === 'F' || gender === 'M' ? gender : 'U',
    birthDate: dateIn(required(human, 'DateOfBirth')),
    ...given('address', addressIn(human)),
    ...given('phone', phoneIn(human)),
  }
}

const pharmacyIn = (parent: XmlElement): ScriptPharmacy => {
  const pharmacy = required(parent, 'Pharmacy')
  const identification = required(pharmacy, 'Identification')
  return {
    ncpdpId: requiredText(identification, 'NCPDPID'),
    ...given('npi', optionalText(identification, 'NPI')),
    businessName: requiredText(pharmacy, 'BusinessName'),
    ...given('address', addressIn(pharmacy)),
    ...given('phone', phoneIn(pharmacy)),
  }
}

const prescriberIn = (parent: XmlElement): ScriptPrescriber => {
  const person = required(required(parent, 'Prescriber'), 'NonVeterinarian')
  const identification = required(person, 'Identification')
  return {
    npi: requiredText(identification, 'NPI'),
    ...given('stateLicense', optionalText(identification, 'StateLicenseNumber')),
    ...given('practiceName', optionalText(childOf(person, 'PracticeLocation'), 'BusinessName')),
    name: nameIn(person),
    ...given('phone', phoneIn(person)),
  }
}

const codeIn = (medication: XmlElement): ScriptMedication['code'] => {
  const code = childOf(childOf(medication, 'DrugCoded'), 'DrugDBCode')
  const qualifier = optionalText(code, 'Qualifier')
  // Other code systems are ignored: the description identifies the product.
  if (code === undefined || (qualifier !== 'SCD' && qualifier !== 'SBD')) return undefined
  return { rxcui: requiredText(code, 'Code'), qualifier }
}

export const medicationFrom = (medication: XmlElement): ScriptMedication => {
  const quantity = required(medication, 'Quantity')
  const written = childOf(medication, 'WrittenDate')
  return {
    description: requiredText(medication, 'DrugDescription'),
    ...given('code', codeIn(medication)),
    quantity: {
      value: numberOf(required(quantity, 'Value')),
      unit: requiredText(required(quantity, 'QuantityUnitOfMeasure'), 'Code'),
    },
    ...given('daysSupply', optionalCount(medication, 'DaysSupply')),
    ...given('writtenDate', written && dateIn(written)),
    substitutionAllowed: optionalText(medication, 'Substitutions') !== '1',
    ...given('refills', optionalCount(medication, 'NumberOfRefills')),
    ...given('diagnosisCode', optionalText(childOf(childOf(medication, 'Diagnosis'), 'Primary'), 'Code')),
    ...given('note', optionalText(medication, 'Note')),
    sigText: optionalText(childOf(medication, 'Sig'), 'SigText') ?? '',
    ...given('sig', sigIn(childOf(medication, 'Sig'))),
  }
}

export const subjectIn = (parent: XmlElement, medicationName: string): ScriptSubject => ({
  patient: patientIn(parent),
  pharmacy: pharmacyIn(parent),
  prescriber: prescriberIn(parent),
  medication: medicationFrom(required(parent, medicationName)),
})

const outcomes = ['Approved', 'ApprovedWithChanges', 'Denied'] as const

export const responseIn = (parent: XmlElement): ScriptResponse => {
  const response = required(parent, 'Response')
  const [outcome, ...others] = outcomes.filter((name) => childOf(response, name) !== undefined)
  // The server must not choose between several outcomes, or assume one if there is none.
  if (others.length > 0) throw new ScriptUnreadable('Response', 'contradictory')
  if (outcome === undefined) throw new ScriptUnreadable('Response')
  const reported = childOf(response, outcome)
  if (outcome !== 'Denied') return { outcome, ...given('note', optionalText(reported, 'Note')) }
  return {
    outcome,
    ...given('reasonCode', optionalText(reported, 'ReasonCode')),
    ...given('reason', optionalText(reported, 'DenialReason')),
  }
}

/** An incomplete cancellation is refused too, because the server must not interpret it. */
export const cancelResponseIn = (parent: XmlElement): ScriptCancelResponse => {
  const response = responseIn(parent)
  if (response.outcome === 'ApprovedWithChanges') throw new ScriptUnreadable('Response')
  return response
}
