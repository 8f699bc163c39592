import type { WriteContext } from '../../../platform/contracts/context.ts'
import { taskChanged } from '../events.ts'
import { settleTask, type Task, type TaskKind } from '../model/task.ts'
import { insertTask, lockOpenTasksOf, updateTask } from '../store/tasks.ts'

/** Stores raised tasks and emits their events. Skips a task whose cause has raised one before. */
export const raiseTasks = async (context: WriteContext, tasks: readonly Task[]): Promise<void> => {
  for (const task of tasks) if (await insertTask(context.tx, context, task)) await context.emit(taskChanged(task))
}

/** Ends the open tasks of a cause that no longer applies, and emits their events. */
export const settleTasksBySource = async (
  { tx, caller, now, emit }: WriteContext,
  kind: TaskKind,
  sourceId: string,
  status: 'done' | 'cancelled',
): Promise<void> => {
  for (const facts of await lockOpenTasksOf(tx, caller.organizationId, kind, sourceId)) {
    const { title: _, ...settled } = settleTask({ ...facts, title: null }, status, now)
    await updateTask(tx, { caller }, settled)
    await emit(taskChanged(settled))
  }
}
