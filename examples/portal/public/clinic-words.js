/** The portal's own texts in its script for clinicians. */
export const clinicWords = {
  en: {
    alarm: 'Emergency alert: open the inbox',
    notesToSign: 'Notes to sign',
    open: 'Open',
    allSigned: 'Every note is signed.',
  },
  es: {
    alarm: 'Alerta de emergencia: abra la bandeja de entrada',
    notesToSign: 'Notas por firmar',
    open: 'Abrir',
    allSigned: 'Todas las notas están firmadas.',
  },
  ar: {
    alarm: 'تنبيه طارئ: افتح صندوق الوارد',
    notesToSign: 'ملاحظات للتوقيع',
    open: 'فتح',
    allSigned: 'كل الملاحظات موقّعة.',
  },
}
export const c = clinicWords[globalThis.document?.documentElement.lang] ?? clinicWords.en
