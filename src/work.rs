//! A job: slow work on a thread of its own, with its progress, a way to cancel it, and a result that is taken
//! by polling.
//!
//! It speaks the language that whoever starts it speaks. The window starts jobs and asks after them once a
//! frame; it never waits for one. Nobody joins a thread either: one that is blocked, such as by a network
//! folder that does not answer, ends with the program.

use crate::gazetteer::translation::{speak, spoken};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

/// How far a job is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Progress {
    /// Nobody can tell.
    #[default]
    Unknown,
    /// A share of the whole, from 0 to 1.
    Share(f32),
    /// What it is at, as a short text.
    Doing(String),
}

/// What a job and its owner share.
#[derive(Debug, Default)]
struct Shared {
    progress: Mutex<Progress>,
    cancelled: AtomicBool,
}

impl Shared {
    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().expect("no holder of this lock can panic")
    }
}

/// The worker's end of a job.
pub struct Worker {
    shared: Arc<Shared>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Worker {
    /// Says how far the work is, and wakes the owner.
    pub fn report(&self, progress: Progress) {
        *self.shared.progress() = progress;
        (self.wake)();
    }

    /// Whether nobody wants the result any more. Long work asks now and then, and gives up.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}

/// The state of a job when it is asked after.
#[derive(Debug, PartialEq, Eq)]
pub enum Polled<T> {
    /// It is under way.
    Working,
    /// It is done. The next poll finds nothing more.
    Done(T),
    /// It ended without a result: it panicked, the system had no thread for it, or the result was taken
    /// before.
    Lost,
}

/// The owner's end. A job that is dropped is cancelled.
#[derive(Debug)]
pub struct Job<T> {
    shared: Arc<Shared>,
    result: Receiver<T>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts work on a thread. `wake` is called from there when the owner should poll again.
    pub fn start(
        wake: impl Fn() + Send + Sync + 'static,
        work: impl FnOnce(&Worker) -> T + Send + 'static,
    ) -> Self {
        let shared = Arc::<Shared>::default();
        let (done, result) = channel();
        let worker = Worker { shared: shared.clone(), wake: Arc::new(wake) };
        let language = spoken();
        let run = move || {
            speak(language);
            // It wakes the owner at the end, and if the work panics too: then the owner finds the job lost.
            let end = End { wake: worker.wake.clone(), done: Some(done) };
            let made = work(&worker);
            end.send(made);
        };
        // Without a thread the sender is dropped, and the owner finds the job lost.
        drop(thread::Builder::new().name("job".to_owned()).spawn(run));
        Self { shared, result }
    }
}

/// Sends the result, if there is one, and wakes the owner after that.
struct End<T> {
    wake: Arc<dyn Fn() + Send + Sync>,
    done: Option<std::sync::mpsc::Sender<T>>,
}

impl<T> End<T> {
    fn send(mut self, made: T) {
        if let Some(done) = self.done.take() {
            // An owner that is gone has no use for it.
            drop(done.send(made));
        }
    }
}

impl<T> Drop for End<T> {
    fn drop(&mut self) {
        self.done = None;
        (self.wake)();
    }
}

impl<T> Job<T> {
    /// Asks after the job without waiting.
    #[must_use]
    pub fn poll(&self) -> Polled<T> {
        match self.result.try_recv() {
            Ok(made) => Polled::Done(made),
            Err(TryRecvError::Empty) => Polled::Working,
            Err(TryRecvError::Disconnected) => Polled::Lost,
        }
    }

    /// How far it is, as it last said.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.shared.progress().clone()
    }

    /// Asks the work to give up. Its result, if there is one all the same, still comes.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.cancel();
    }
}
