/** A telephone number in E.164, as carriers accept it. Ten digits are North American. Null if the number cannot be dialed. */
export const dialable = (phone: string): string | null => {
  const digits = phone.replaceAll(/\D/g, '')
  if (phone.trim().startsWith('+')) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
  // NANP: area and exchange codes begin with 2 to 9.
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null
}
