const lastDigits = /\d+(?=\D*$)/

/** The number of the record after this one: `MRN-0099` to `MRN-0100`. Null for one without digits. */
export const nextRecordNumber = (recordNumber: string): string | null => {
  const found = lastDigits.exec(recordNumber)
  if (found === null) return null
  const [digits] = found
  const next = (BigInt(digits) + 1n).toString().padStart(digits.length, '0')
  return recordNumber.slice(0, found.index) + next + recordNumber.slice(found.index + digits.length)
}
