import type { components } from '@visitkit/contract'
import type { PdfAddressee } from './pdf-document.ts'

type HowToWrite = components['schemas']['HowToWrite']

/**
 * To whom a letter to a patient is written: under the name and at the address that the patient chose (45 CFR 164.522(b)). Without an address
 * the letter is handed over or read on the page, and has the name only.
 */
export const addresseeOf = (displayName: string, { addressAs, address }: HowToWrite): PdfAddressee => ({
  kind: 'patient',
  lines: [
    addressAs ?? displayName,
    ...(address === undefined
      ? []
      : [
          address.line1,
          ...(address.line2 === undefined ? [] : [address.line2]),
          [`${address.city},`, address.state, address.postalCode].filter(Boolean).join(' '),
        ]),
  ].filter((line) => line !== ''),
})
