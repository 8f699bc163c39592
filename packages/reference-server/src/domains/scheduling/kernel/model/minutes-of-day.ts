/** Minutes since midnight of a wall-clock time `HH:MM`; 1440 for `24:00`. */
export const minutesOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
