/**
 * Words with which people ask for help at once, in English, Spanish and Arabic. Better one too many than one too few: a text with such a
 * word is only moved to the top of the list.
 */
const words: readonly RegExp[] = [
  /\b(911|988|112|sos)\b/,
  /\b(emergenc(y|ies|ia|ias)|urgen(t|te|cia)|ambulanc(e|ia)|overdos\w*|sobredosis|suicid\w*|help me|ayuda|auxilio)\b/,
  /\b(kill(ing)? (myself|me|him|her|them)|hurt(ing)? myself|end my life|want to die|matarme|quiero morir|quitarme la vida)\b/,
  /\b(chest (pain|hurts)|dolor (de|en el) pecho|heart attack|infarto|stroke|derrame|seizures?|convulsion\w*)\b/,
  /\b(can'?t|cannot|can not|trouble|hard to|no puedo|no puede) (breathe?|breathing|respirar)\b/,
  /\b(bleeding|sangr(e|ando|ado)|unconscious|passed out|inconsciente|desmay\w*|choking|ahog\w*|anaphyla\w*|anafila\w*)\b/,
  /(طوارئ|إسعاف|اسعاف|انتحار|أقتل نفسي|اقتل نفسي|أريد أن أموت|ألم في الصدر|لا أستطيع التنفس|نزيف|النجدة|ساعدوني)/,
]

export const hasEmergencyWords = (text: string): boolean => {
  const folded = text
    .toLowerCase()
    .replaceAll('’', "'")
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
  // Arabic letters with hamza fall apart in this form.
  const whole = text.normalize('NFC')
  return words.some((word) => word.test(folded) || word.test(whole))
}
