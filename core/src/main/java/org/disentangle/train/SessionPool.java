package org.disentangle.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.WorkerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open sessions of one JVM, by procedure, so that networks are built once and not every round.
 * A session that is out belongs to one task; one that stays unused for {@link #IDLE_SECONDS} is
 * closed, which frees the memory of executors after a run.
 */
final class SessionPool {

  private static final Logger LOG = LoggerFactory.getLogger(SessionPool.class);

  static final long IDLE_SECONDS = 60;

  private static final SessionPool OF_THIS_JVM = new SessionPool();

  private record Idle(WorkerSession session, long since) {}

  private final Map<TrainingProcedure, Deque<Idle>> idle = new HashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "disentangle-idle-sessions");
            thread.setDaemon(true);
            return thread;
          });

  private SessionPool() {
    sweeper.scheduleWithFixedDelay(
        () -> closeUnusedSince(System.nanoTime() - TimeUnit.SECONDS.toNanos(IDLE_SECONDS)),
        IDLE_SECONDS,
        IDLE_SECONDS / 4,
        TimeUnit.SECONDS);
  }

  static SessionPool ofThisJvm() {
    return OF_THIS_JVM;
  }

  /** An idle session of an equal procedure, or a new one. */
  WorkerSession take(TrainingProcedure procedure) {
    synchronized (this) {
      Deque<Idle> sessions = idle.get(procedure);
      if (sessions != null && !sessions.isEmpty()) {
        return sessions.pop().session();
      }
    }
    return procedure.open();
  }

  /** Gives a healthy session back; one whose step failed is to be closed instead. */
  synchronized void giveBack(TrainingProcedure procedure, WorkerSession session) {
    idle.computeIfAbsent(procedure, key -> new ArrayDeque<>())
        .push(new Idle(session, System.nanoTime()));
  }

  /** Closes the idle sessions of a procedure. */
  void close(TrainingProcedure procedure) {
    Deque<Idle> sessions;
    synchronized (this) {
      sessions = idle.remove(procedure);
    }
    if (sessions != null) {
      sessions.forEach(entry -> closeQuietly(entry.session()));
    }
  }

  /** A session that cannot be closed must not keep the others open, nor hide how the run ended. */
  private static void closeQuietly(WorkerSession session) {
    try {
      session.close();
    } catch (RuntimeException e) {
      LOG.warn("An idle worker session could not be closed.", e);
    }
  }

  /** Closes the sessions given back before a value of {@link System#nanoTime()}. */
  void closeUnusedSince(long limit) {
    List<WorkerSession> unused = new ArrayList<>();
    synchronized (this) {
      for (Deque<Idle> sessions : idle.values()) {
        while (!sessions.isEmpty() && sessions.peekLast().since() - limit < 0) {
          unused.add(sessions.removeLast().session());
        }
      }
      idle.values().removeIf(Deque::isEmpty);
    }
    unused.forEach(SessionPool::closeQuietly);
  }
}
