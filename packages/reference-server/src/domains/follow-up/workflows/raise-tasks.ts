import type { Change } from '../../../platform/contracts/change.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { taskChanged } from '../events.ts'
import { settleTask, type Task } from '../model/task.ts'
import { insertTask, insertTaskOnce, replaceTask, type TaskFacts } from '../store/tasks.ts'

/** A part of a change. */
export interface TaskChange {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
}

/** Raises a task, unless its cause has raised one before. */
export const raiseTaskOnce = (task: Task): Change<void> => ({
  writes: [insertTaskOnce(task)],
  events: [taskChanged(task)],
  answer: undefined,
  otherwise: () => ({ answer: undefined }),
})

/** Raises tasks whose causes have raised none before. */
export const raiseTasks = (tasks: readonly Task[]): TaskChange => ({
  writes: tasks.map(insertTask),
  events: tasks.map((task) => taskChanged(task)),
})

/** Ends open tasks whose cause no longer applies. */
export const settleTasks = (tasks: readonly TaskFacts[], now: Date): TaskChange => {
  const settled = tasks.map((before) => ({ before, after: settleTask(before, now) }))
  return {
    writes: settled.map(({ before, after }) => replaceTask(after, before)),
    events: settled.map(({ after }) => taskChanged(after)),
  }
}
