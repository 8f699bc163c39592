import { element, optionalElement, type XmlElement } from '../xml/xml-element.ts'
import { decimal } from './decimal.ts'
import type {
  ScriptAddress,
  ScriptMedication,
  ScriptName,
  ScriptPatient,
  ScriptPharmacy,
  ScriptPrescriber,
  ScriptResponse,
  ScriptSubject,
} from './script-message.ts'
import { sigElement } from './write-sig.ts'

/** The people and the medication of a message, as elements in the order of the standard. */

const nameElement = ({ lastName, firstName, middleName, suffix }: ScriptName): XmlElement =>
  element('Name', [
    element('LastName', lastName),
    optionalElement('FirstName', firstName),
    optionalElement('MiddleName', middleName),
    optionalElement('Suffix', suffix),
  ])

const addressElement = (address: ScriptAddress | undefined): XmlElement | null =>
  address === undefined
    ? null
    : element('Address', [
        element('AddressLine1', address.line1),
        optionalElement('AddressLine2', address.line2),
        element('City', address.city),
        element('StateProvince', address.state),
        optionalElement('PostalCode', address.postalCode),
        element('CountryCode', 'US'),
      ])

const phoneElement = (phone: string | undefined): XmlElement | null =>
  phone === undefined
    ? null
    : element('CommunicationNumbers', [element('PrimaryTelephone', [element('Number', phone)])])

const patientElement = (patient: ScriptPatient): XmlElement =>
  element('Patient', [
    element('HumanPatient', [
      nameElement(patient.name),
      element('Gender', patient.gender),
      element('DateOfBirth', [element('Date', patient.birthDate)]),
      addressElement(patient.address),
      phoneElement(patient.phone),
    ]),
  ])

const pharmacyElement = (pharmacy: ScriptPharmacy): XmlElement =>
  element('Pharmacy', [
    element('Identification', [element('NCPDPID', pharmacy.ncpdpId), optionalElement('NPI', pharmacy.npi)]),
    element('BusinessName', pharmacy.businessName),
    addressElement(pharmacy.address),
    phoneElement(pharmacy.phone),
  ])

const prescriberElement = (prescriber: ScriptPrescriber): XmlElement =>
  element('Prescriber', [
    element('NonVeterinarian', [
      element('Identification', [
        element('NPI', prescriber.npi),
        optionalElement('StateLicenseNumber', prescriber.stateLicense),
      ]),
      prescriber.practiceName === undefined
        ? null
        : element('PracticeLocation', [element('BusinessName', prescriber.practiceName)]),
      nameElement(prescriber.name),
      phoneElement(prescriber.phone),
    ]),
  ])

export const medicationElement = (name: string, medication: ScriptMedication): XmlElement =>
  element(name, [
    element('DrugDescription', medication.description),
    medication.code === undefined
      ? null
      : element('DrugCoded', [
          element('DrugDBCode', [
            element('Code', medication.code.rxcui),
            element('Qualifier', medication.code.qualifier),
          ]),
        ]),
    element('Quantity', [
      element('Value', decimal(medication.quantity.value)),
      // The standard's code list for the value: 38 is the original quantity.
      element('CodeListQualifier', '38'),
      element('QuantityUnitOfMeasure', [element('Code', medication.quantity.unit)]),
    ]),
    medication.daysSupply === undefined ? null : element('DaysSupply', decimal(medication.daysSupply)),
    medication.writtenDate === undefined ? null : element('WrittenDate', [element('Date', medication.writtenDate)]),
    // 0: substitution permitted. 1: dispense as written.
    element('Substitutions', medication.substitutionAllowed ? '0' : '1'),
    medication.refills === undefined ? null : element('NumberOfRefills', decimal(medication.refills)),
    medication.diagnosisCode === undefined
      ? null
      : element('Diagnosis', [
          element('ClinicalInformationQualifier', '1'),
          element('Primary', [element('Code', medication.diagnosisCode), element('Qualifier', 'ABF')]),
        ]),
    optionalElement('Note', medication.note),
    sigElement(medication),
  ])

/** Patient, pharmacy, prescriber and the medication, in the element that the message type requires. */
export const subjectElements = (subject: ScriptSubject, medicationName: string): XmlElement[] => [
  patientElement(subject.patient),
  pharmacyElement(subject.pharmacy),
  prescriberElement(subject.prescriber),
  medicationElement(medicationName, subject.medication),
]

export const responseElement = (response: ScriptResponse): XmlElement =>
  element('Response', [
    response.outcome === 'Denied'
      ? element('Denied', [
          optionalElement('ReasonCode', response.reasonCode),
          optionalElement('DenialReason', response.reason),
        ])
      : element(response.outcome, [optionalElement('Note', response.note)]),
  ])
