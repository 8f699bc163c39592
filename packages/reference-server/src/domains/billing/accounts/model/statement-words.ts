const en = {
  title: 'Your bill',
  pageLabel: 'Page {page} of {pages}',
  patient: 'Patient',
  printedOn: 'As of',
  youOwe: 'You owe',
  weOwe: 'We owe you',
  withInsurance: 'With your insurance',
  refused: 'Not paid by your insurance',
  visits: 'Visit by visit',
  date: 'Date',
  visit: 'Visit',
  charged: 'Charged',
  insurance: 'Insurance paid',
  takenOff: 'Taken off',
  paid: 'You paid',
  left: 'Left to pay',
  noVisits: 'There are no bills yet.',
  older: 'Older visits are not in this list. You see them where you book your visits online.',
  waitingNote: 'Your insurance has not decided on all of it yet. You pay nothing on that part for now.',
  refusedNote:
    'Your insurance did not pay a part. The clinic decides what to do about it. You do not have to pay it now.',
  howToPay: 'How to pay',
  payOnline: 'Pay online: open your bills where you book your visits, and choose Pay.',
  payByPhone: (phone: string): string => `Or call ${phone} to pay or to ask for more time.`,
  nothingToPay: 'There is nothing to pay now.',
  questions: 'Questions',
  call: (phone: string): string => `Call ${phone}. Have this bill with you.`,
}
export type StatementWords = typeof en

const es: StatementWords = {
  title: 'Su cuenta',
  pageLabel: 'Página {page} de {pages}',
  patient: 'Paciente',
  printedOn: 'Con fecha de',
  youOwe: 'Usted debe',
  weOwe: 'Le debemos',
  withInsurance: 'En manos de su seguro',
  refused: 'No pagado por su seguro',
  visits: 'Visita por visita',
  date: 'Fecha',
  visit: 'Visita',
  charged: 'Cargo',
  insurance: 'Pagó el seguro',
  takenOff: 'Descontado',
  paid: 'Usted pagó',
  left: 'Falta por pagar',
  noVisits: 'Aún no hay cuentas.',
  older: 'Las visitas anteriores no están en esta lista. Las ve donde reserva sus visitas en línea.',
  waitingNote: 'Su seguro aún no ha decidido sobre todo. Por ahora no paga nada de esa parte.',
  refusedNote: 'Su seguro no pagó una parte. La clínica decide qué hacer. No tiene que pagarla ahora.',
  howToPay: 'Cómo pagar',
  payOnline: 'Pague en línea: abra sus cuentas donde reserva sus visitas y elija Pagar.',
  payByPhone: (phone) => `O llame al ${phone} para pagar o para pedir más tiempo.`,
  nothingToPay: 'Ahora no hay nada que pagar.',
  questions: 'Preguntas',
  call: (phone) => `Llame al ${phone}. Tenga esta cuenta a mano.`,
}

const ar: StatementWords = {
  title: 'حسابك',
  pageLabel: 'صفحة {page} من {pages}',
  patient: 'المريض',
  printedOn: 'بتاريخ',
  youOwe: 'المطلوب منك',
  weOwe: 'لك علينا',
  withInsurance: 'لدى تأمينك',
  refused: 'لم يدفعه تأمينك',
  visits: 'الزيارات',
  date: 'التاريخ',
  visit: 'الزيارة',
  charged: 'التكلفة',
  insurance: 'دفع التأمين',
  takenOff: 'الخصم',
  paid: 'دفعت أنت',
  left: 'الباقي',
  noVisits: 'لا حسابات بعد.',
  older: 'الزيارات الأقدم ليست في هذه القائمة. تجدها حيث تحجز زياراتك على الإنترنت.',
  waitingNote: 'لم يقرر تأمينك في كل المبلغ بعد. لا تدفع عن ذلك الجزء الآن.',
  refusedNote: 'لم يدفع تأمينك جزءًا. تقرر العيادة ما تفعل. ليس عليك دفعه الآن.',
  howToPay: 'كيف تدفع',
  payOnline: 'ادفع على الإنترنت: افتح حساباتك حيث تحجز زياراتك واختر الدفع.',
  payByPhone: (phone) => `أو اتصل بالرقم ${phone} للدفع أو لطلب مهلة.`,
  nothingToPay: 'لا شيء للدفع الآن.',
  questions: 'أسئلة',
  call: (phone) => `اتصل بالرقم ${phone}. ليكن هذا الحساب معك.`,
}

const byLanguage: Readonly<Record<string, StatementWords>> = { en, es, ar }

/** Texts in the nearest available language, and that language. */
export const statementWords = (language: string): { readonly language: string; readonly words: StatementWords } => {
  const [base = 'en'] = language.split('-')
  const words = byLanguage[base]
  return words === undefined ? { language: 'en', words: en } : { language: base, words }
}
