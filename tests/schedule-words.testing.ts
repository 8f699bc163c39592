/** What the journey of a clinician who is away presses and reads, in both languages. */
export interface Words {
  readonly away: string
  readonly firstDay: string
  readonly sick: string
  readonly reason: string
  readonly check: string
  readonly affected: string
  readonly save: string
  readonly saved: string
  readonly whose: string
  readonly needTime: (count: number) => string
  readonly unsupported: RegExp
  readonly change: RegExp
  readonly backToVisits: string
  readonly first: RegExp
  readonly next: string
  readonly move: string
  readonly moved: string
  readonly cancel: RegExp
  readonly cancelReason: string
  readonly cancelNow: string
  readonly cancelled: string
  /** Who chooses another time, and who cancels. */
  readonly people: readonly [RegExp, RegExp]
}

export const scheduleWords: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    away: 'I am away',
    firstDay: 'First day',
    sick: 'Sick',
    reason: 'Reason',
    check: 'Show which visits this affects',
    affected: '9 booked visits are affected',
    save: 'Save, and ask 9 patients to choose another time',
    saved: 'Time off is saved. 9 visits need another time.',
    whose: 'Schedule of',
    needTime: (count) => `${count} visits need another time`,
    unsupported: /This time no longer works/,
    change: /^Change the time/,
    backToVisits: 'Back to your visits',
    first: /^First available/,
    next: 'Continue',
    move: 'Move the visit',
    moved: 'Your visit is moved',
    cancel: /^Cancel,/,
    cancelReason: 'I do not need it any more',
    cancelNow: 'Cancel this visit',
    cancelled: 'Your visit is cancelled',
    people: [/Ana Duarte/, /Marta Quispe/],
  },
  es: {
    away: 'Estoy ausente',
    firstDay: 'Primer día',
    sick: 'Enfermedad',
    reason: 'Motivo',
    check: 'Ver qué consultas afecta',
    affected: 'Afecta a 9 consultas reservadas',
    save: 'Guardar y pedir a 9 pacientes que elijan otro horario',
    saved: 'La ausencia está guardada. 9 consultas necesitan otro horario.',
    whose: 'Agenda de',
    needTime: (count) => `${count} consultas necesitan otro horario`,
    unsupported: /Este horario ya no es posible/,
    change: /^Cambiar el horario/,
    backToVisits: 'Volver a sus consultas',
    first: /^Primer horario libre/,
    next: 'Continuar',
    move: 'Cambiar la consulta',
    moved: 'Su consulta tiene un nuevo horario',
    cancel: /^Cancelar,/,
    cancelReason: 'Ya no la necesito',
    cancelNow: 'Cancelar esta consulta',
    cancelled: 'Su consulta está cancelada',
    people: [/Marta Quispe/, /Ana Duarte/],
  },
}
