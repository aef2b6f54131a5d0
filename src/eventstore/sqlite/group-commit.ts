import { type Database, type Statement } from 'better-sqlite3';
import { type Appended, StoreFault, type WrongRevision } from '../event-store.port.js';
import { toFault } from './faults.js';

interface Queued<A> {
  readonly append: A;
  readonly resolve: (answer: Appended | WrongRevision) => void;
  readonly reject: (fault: StoreFault) => void;
}

/** Places the appends of one commit. `place` answers, or throws `store.misuse` before it has written anything. */
export interface Placing<A> {
  begin(): void;
  place(append: A): Appended | WrongRevision;
  /** Called once all appends of the commit are placed. */
  end(): void;
  /** Called if the commit failed: none of its appends is stored. */
  forget(): void;
}

/** One commit takes at most this many appends, so that other work gets its turn. */
const MOST = 512;

/**
 * Gathers the appends of one turn of the event loop into one transaction, so that they share one fsync. Appends are placed in the order
 * they came; each sees those before it. No append is answered before the commit is on the disk.
 */
export class GroupCommit<A> {
  /** Commits made and appends answered, since opening. */
  readonly counted = { commits: 0, appends: 0 };
  private queue: Queued<A>[] = [];
  private scheduled = false;
  private readonly begin: Statement;
  private readonly commit: Statement;
  private readonly rollback: Statement;

  constructor(
    private readonly db: Database,
    private readonly placing: Placing<A>,
    private readonly committed: () => void,
  ) {
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
    this.rollback = db.prepare('ROLLBACK');
  }

  add(append: A): Promise<Appended | WrongRevision> {
    return new Promise((resolve, reject) => {
      this.queue.push({ append, resolve, reject });
      this.schedule();
    });
  }

  /** Commits whatever is queued. */
  flush(): void {
    while (this.queue.length > 0) this.commitSome();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.commitSome();
      if (this.queue.length > 0) this.schedule();
    });
  }

  private commitSome(): void {
    const batch = this.queue.splice(0, MOST);
    if (batch.length === 0) return;
    let answers: (Appended | WrongRevision | StoreFault)[];
    try {
      this.begin.run();
      this.placing.begin();
      answers = batch.map(({ append }) => this.answer(append));
      this.placing.end();
      this.commit.run();
    } catch (cause) {
      this.undo();
      const fault = toFault(cause);
      for (const { reject } of batch) reject(fault);
      return;
    }
    this.counted.commits += 1;
    this.counted.appends += batch.length;
    batch.forEach(({ resolve, reject }, index) => {
      const answer = answers[index] as Appended | WrongRevision | StoreFault;
      if (answer instanceof StoreFault) reject(answer);
      else resolve(answer);
    });
    this.committed();
  }

  private answer(append: A): Appended | WrongRevision | StoreFault {
    try {
      return this.placing.place(append);
    } catch (fault) {
      if (fault instanceof StoreFault && fault.code === 'store.misuse') return fault;
      throw fault;
    }
  }

  /** SQLite rolls back by itself on some faults. Should the rollback fail, the next commit cannot begin and tries it again. */
  private undo(): void {
    this.placing.forget();
    try {
      if (this.db.inTransaction) this.rollback.run();
    } catch {
      /* the fault that led here is the one to report */
    }
  }
}
