import type { FieldFault } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import type { Finding } from '../../kernel/model/finding.ts'

/** Values that cannot be written in an 837P, as findings. */
export const fieldFindings = (faults: readonly FieldFault[]): readonly Finding[] =>
  faults.map(({ pointer, code }) => ({
    pointer,
    severity: 'error',
    ...messageByCode[code],
    ...(pointer.endsWith('/diagnosisPointers') ? wrongPointers : {}),
    ...(pointer === '/payerClaimNumber' ? wrongOriginal : {}),
    ...(/\/priors\b/.test(pointer) ? wrongDecision : {}),
    ...(code === 'characters' && /^\/(?:subscriber|dependent)\/name\//.test(pointer) ? wrongName : {}),
  }))

const wrongPointers = {
  code: 'diagnosis-pointer-invalid' as const,
  message: 'The line does not point at one to four different diagnoses of the claim.',
  remedy: 'Choose the diagnoses that the service was for.',
}

const wrongOriginal = {
  code: 'original-claim-missing' as const,
  message: "A correction names the payer's number of the claim that it corrects; a first claim names none.",
  remedy: "Wait for the payer's number (it comes with the acknowledgment), then make the correction.",
}

const wrongName = {
  code: 'field-characters' as const,
  message: 'The name has signs that claims cannot carry.',
  remedy: 'Enter the name as the insurance card writes it, with the coverage.',
}

const wrongDecision = {
  code: 'field-inconsistent' as const,
  message: 'What a payer before decided does not add up, has no reasons, or cannot be told from that of another one.',
  remedy: 'Send this claim yourself, then post the answer by hand.',
}

const messageByCode: Readonly<Record<FieldFault['code'], Pick<Finding, 'code' | 'message' | 'remedy'>>> = {
  missing: {
    code: 'field-missing',
    message: 'Something that every claim needs is missing.',
    remedy: 'Fill it in where the record keeps it.',
  },
  too_long: {
    code: 'field-too-long',
    message: 'This is longer than a claim can carry.',
    remedy: 'Shorten it in the record, as the insurance card writes it.',
  },
  too_short: {
    code: 'field-too-short',
    message: 'This is too short to be right.',
    remedy: 'Correct it in the record.',
  },
  malformed: {
    code: 'field-malformed',
    message: 'This does not have the shape that claims need.',
    remedy: 'Correct it in the record.',
  },
  characters: {
    code: 'field-characters',
    message: 'This has letters that claims cannot carry.',
    remedy: 'Enter it in Latin letters, as the insurance card writes it.',
  },
  delimiter: {
    code: 'field-delimiter',
    message: 'This has signs that claims need for their own structure.',
    remedy: 'Leave the signs out, as the insurance card writes it.',
  },
  inconsistent: {
    code: 'field-inconsistent',
    message: 'Parts of the claim contradict each other here.',
    remedy: 'Make them agree.',
  },
}
