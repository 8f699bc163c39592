/** The portal's own texts in its script for clinicians. */
export const clinicWords = {
  en: {
    alarm: 'Emergency alert: open the inbox',
    notesToSign: 'Notes to sign',
    open: 'Open',
    allSigned: 'Every note is signed.',
    leaveCall: 'You are in a visit with another patient. If you go on, you leave it.',
  },
  es: {
    alarm: 'Alerta de emergencia: abra la bandeja de entrada',
    notesToSign: 'Notas por firmar',
    open: 'Abrir',
    allSigned: 'Todas las notas están firmadas.',
    leaveCall: 'Está en una consulta con otro paciente. Si continúa, sale de ella.',
  },
  ar: {
    alarm: 'تنبيه طارئ: افتح صندوق الوارد',
    notesToSign: 'ملاحظات للتوقيع',
    open: 'فتح',
    allSigned: 'كل الملاحظات موقّعة.',
    leaveCall: 'أنت في زيارة مع مريض آخر. إذا تابعت فإنك تغادرها.',
  },
}
export const c = clinicWords[globalThis.document?.documentElement.lang] ?? clinicWords.en
