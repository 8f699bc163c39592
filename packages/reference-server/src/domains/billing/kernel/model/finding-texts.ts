import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

const update = 'Update the claim from the visit and its signed note. If they are wrong, correct them there.'

/**
 * What is wrong and what to do, for each code. A placeholder is a property of ClaimFindingValues: `makeFinding` requires it. The elements
 * have the same sentences (scripts/finding-texts.test.ts compares them).
 */
export const findingTexts = {
  'answer-without-reasons': [
    'The answer of a payer before was posted by hand, without the reasons that this claim has to name.',
    'Send this claim yourself, then post the answer by hand.',
  ],
  'audio-not-covered': [
    'This payer does not cover this service by sound alone.',
    'Bill the patient only if they agreed to it before the visit, or let the service go uncharged.',
  ],
  'audio-reason-missing': [
    'The visit was audio-only and the note does not state why.',
    'Ask the practitioner to add to the note why there was no picture.',
  ],
  'billing-provider-missing': [
    'The organization has no billing identity: name, NPI, taxonomy, tax id and address.',
    'Have an administrator set up billing, then update the claim from the visit and note.',
  ],
  'charge-unusual': [
    'The charge is far from the price in the fee schedule.',
    'Compare it with the fee schedule. Correct it, or leave it as it is if it is meant.',
  ],
  'charge-zero': [
    'This service has no price, so nothing is charged for it.',
    'Add its price to the fee schedule, then update the claim from the visit and note.',
  ],
  'claim-forwarded': [
    'The payer before says that it has forwarded this claim to another payer.',
    'Wait for that answer. If the claim did not arrive there, send it although it was forwarded.',
  ],
  'claim-stale': [
    'The visit or its note changed since this claim was created.',
    'Update the claim from the visit and note, look at it, then send it.',
  ],
  'code-not-accepted': ['This payer does not accept {codes}.', '{instead}'],
  'code-retired': ['Since {date}, no payer accepts {codes}.', '{instead}'],
  'consent-missing': [
    'No consent to telehealth treatment was in force when the visit began.',
    'Check the consents of the patient. Without one the visit cannot be billed.',
  ],
  // Payers count the time for a correction from their first response, each by its own rule.
  'correction-late': [
    'The days for a first claim are over; this payer may have another limit for corrections.',
    'Look at the payer’s manual before you send it.',
  ],
  'coverage-missing': [
    'Only the patient pays for this visit.',
    'Add the coverage that was in force on the day of the visit, or bill the patient.',
  ],
  'coverage-not-in-force': [
    'The coverage did not hold on the day of the visit.',
    'Choose the coverage that was in force, or bill the patient.',
  ],
  'diagnosis-differs': ['The signed note does not have this diagnosis.', update],
  'diagnosis-pointer-invalid': [
    'The line does not point at one to four different diagnoses of the claim.',
    'Choose the diagnoses that the service was for.',
  ],
  duplicate: [
    'This service was billed before: same practitioner, day, code and modifiers.',
    'Correct the earlier claim instead of sending another. If it was provided twice, add a modifier.',
  ],
  'duplicate-diagnosis': [
    'The same diagnosis is given twice.',
    'Take one of them out, and point the services to the other.',
  ],
  'duplicate-line': [
    'The claim contains this service twice.',
    'Take one of them out. If it was provided twice, add a modifier.',
  ],
  'duplicate-modifier': ['The same modifier is given twice.', 'Take one of them out.'],
  'field-characters': [
    'This has letters that claims cannot carry.',
    'Enter it in Latin letters, as the insurance card writes it: {field}.',
  ],
  'field-delimiter': [
    'This has signs that claims need for their own structure.',
    'Leave the signs out, as the insurance card writes it: {field}.',
  ],
  'field-inconsistent': ['Parts of the claim contradict each other here.', 'Make them agree: {field}.'],
  'field-malformed': ['This does not have the shape that claims need.', 'Correct it in the record: {field}.'],
  'field-missing': ['Something that every claim needs is missing.', 'Fill it in where the record keeps it: {field}.'],
  'field-too-long': [
    'This is longer than a claim can carry. Most characters: {limit}.',
    'Shorten it in the record, as the insurance card writes it: {field}.',
  ],
  'field-too-many': [
    'These are more than a claim can carry. Most entries: {limit}.',
    'Take the least important ones out: {field}.',
  ],
  'field-too-short': ['This is too short to be right.', 'Correct it in the record: {field}.'],
  'filing-soon': ['The claim must arrive by {date}.', 'Send it today.'],
  'filing-too-late': [
    'This payer takes claims within {days} days of the service, and they are over.',
    'Ask the payer for an exception in writing, or write the charge off. It is not the patient’s to pay.',
  ],
  'license-missing': [
    'The practitioner held no license on that day in the state where the patient was.',
    'If there was one, add it to the directory. Otherwise this visit cannot be billed.',
  ],
  'local-code': [
    'This code means something in this house only; no payer knows it.',
    'Ask the practitioner to add an addendum with a HCPCS code, or bill the patient.',
  ],
  'location-missing': [
    'The visit does not say where the patient was, so the place of service is unknown.',
    'Ask the practitioner to record in an addendum where the patient was, and correct the visit.',
  ],
  'medicare-paper-only': [
    'Medicare takes a claim after two other payers on paper only.',
    'Send form CMS-1500 with what both payers decided, then post the answer by hand.',
  ],
  'medicare-reason-missing': [
    'Medicare needs the reason why another payer pays before it.',
    'Choose the reason with the coverage, then send the claim.',
  ],
  'modifier-differs': [
    'For a visit held like this one, this payer wants {modifiers}.',
    'Update the claim from the visit and note: that sets the modifiers of how the visit was held.',
  ],
  'modifier-unknown': ['A modifier is not one of HCPCS on the day of the visit.', 'Correct it, or take it out.'],
  'modifier-unwanted': [
    'For a visit held like this one, this payer wants none of {modifiers}.',
    'Update the claim from the visit and note: that sets the modifiers of how the visit was held.',
  ],
  'name-characters': [
    'The name has signs that claims cannot carry.',
    'Enter the name as the insurance card writes it, with the coverage.',
  ],
  'name-transliterated': [
    'The name has letters that claims cannot carry, so it is sent in Latin letters. The payer may spell it differently.',
    'Enter the name as the insurance card writes it, with the coverage.',
  ],
  'note-not-signed': [
    'The note of the visit is not signed.',
    'Ask the practitioner to sign it. Charges come from the signed note.',
  ],
  'npi-invalid': [
    'This cannot be an NPI: its check digit is wrong.',
    'Look the number up in NPPES and correct it in the directory.',
  ],
  'original-claim-missing': [
    'A correction names the payer’s number of the claim that it corrects; a first claim names none.',
    'Wait for the payer’s number (it comes with the acknowledgment), then make the correction.',
  ],
  'payer-unknown': [
    'No rules are on file for this payer on the day of the visit.',
    'Choose the coverage again, or add the payer with its rules to the billing pack.',
  ],
  'place-of-service-differs': ['The visit has another place of service: {placeOfService}.', update],
  'practitioner-differs': ['The claim names another practitioner than the visit.', update],
  'prior-decision-invalid': [
    'What a payer before decided does not add up, has no reasons, or cannot be told from that of another one.',
    'Send this claim yourself, then post the answer by hand.',
  ],
  restricted: [
    'The patient pays for this visit in full and asked not to disclose it to a payer (45 CFR 164.522(a)(1)(vi)).',
    'Bill the patient. Only the patient can take the request back.',
  ],
  'self-pay': [
    'Only the patient pays for this visit, or the patient asked not to disclose it to a payer.',
    'Choose a coverage that was in force on the day of the visit, if the patient has one and wants it billed.',
  ],
  'service-day-differs': ['The claim names another day than the visit was on.', update],
  'service-differs': ['The signed note does not have this service.', update],
  'service-in-future': ['The day of service has not come yet.', 'Wait for it, or correct the day.'],
  'service-not-billed': [
    'The signed note has a service that the claim does not bill.',
    'Update the claim from the note, or leave it if it is billed elsewhere.',
  ],
  'taxonomy-invalid': [
    'This taxonomy is none of a person who treats.',
    'Correct the practitioner’s taxonomy in the directory.',
  ],
  'units-differ': ['The claim has more units than the signed note.', update],
  'visit-not-held': [
    'The visit did not take place: the patient left, or the technology failed.',
    'Do not bill it. If it did take place, the practitioner corrects how it ended.',
  ],
} as const satisfies Readonly<Record<Schemas['ClaimFindingCode'], readonly [message: string, remedy: string]>>
