// Tasks that wait in the queue belong to a backup: a promise made in a transaction must outlive its server. They are
// saved as what they ask for, not as rows of the queue's own tables, and are queued again on restore.

import type { Client } from 'pg'

/** COPY of the waiting tasks, one JSON object a row. Role: liangxing_worker. */
export const copyTasksOut = `copy (
  select json_build_object('task', t.identifier, 'payload', j.payload, 'queue', q.queue_name, 'at', j.run_at, 'most', j.max_attempts,
      'key', j.key, 'priority', j.priority, 'flags', coalesce((select json_agg(flag) from jsonb_object_keys(j.flags) flag), '[]'))
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
   where j.attempts < j.max_attempts
   order by j.id
) to stdout`

/** A place for the rows until they are queued. */
export async function openWaitingRoom(owner: Client): Promise<string> {
  await owner.query('create temporary table restored_tasks (place int generated always as identity, task json not null) on commit drop')
  await owner.query('grant select on restored_tasks to liangxing_worker')
  return 'copy restored_tasks (task) from stdin'
}

/** Queues them, as the role whose queue it is, inside the owner's transaction. */
export async function queueAgain(owner: Client): Promise<void> {
  await owner.query('set local role liangxing_worker')
  await owner.query(
    `select graphile_worker.add_job(task->>'task', task->'payload', queue_name => task->>'queue', run_at => (task->>'at')::timestamptz,
        max_attempts => (task->>'most')::int, job_key => task->>'key', priority => (task->>'priority')::int,
        flags => array(select json_array_elements_text(task->'flags')))
       from restored_tasks order by place`,
  )
  await owner.query('reset role')
}
