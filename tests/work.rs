//! Jobs: a result by polling, progress, cancelling, and work that fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use summitry::work::{Job, Polled, Progress};

/// Polls until the job has something to say.
fn waited<T>(job: &Job<T>) -> Polled<T> {
    loop {
        match job.poll() {
            Polled::Working => std::thread::yield_now(),
            done => return done,
        }
    }
}

#[test]
fn a_job_gives_its_result_once_and_wakes_its_owner_after_that() {
    let (woken, wakes) = channel();
    let job = Job::start(move || woken.send(()).unwrap_or_default(), |_| 42);
    wakes.recv().expect("it wakes its owner");
    assert_eq!(job.poll(), Polled::Done(42), "it is there when the owner wakes");
    assert_eq!(job.poll(), Polled::Lost, "it was taken");
}

#[test]
fn a_job_says_how_far_it_is() {
    let woken = Arc::new(AtomicUsize::new(0));
    let (go, wait) = channel::<()>();
    let (said, says) = channel();
    let counter = woken.clone();
    let job = Job::start(
        move || {
            counter.fetch_add(1, Ordering::SeqCst);
        },
        move |worker| {
            worker.report(Progress::Share(0.5));
            said.send(()).expect("the test listens");
            wait.recv().expect("the test says when");
        },
    );
    says.recv().expect("it says something");
    assert_eq!(job.progress(), Progress::Share(0.5));
    assert_eq!(job.poll(), Polled::Working);
    assert!(woken.load(Ordering::SeqCst) >= 1);
    go.send(()).expect("the job waits");
    assert_eq!(waited(&job), Polled::Done(()));
}

#[test]
fn a_job_learns_that_it_was_cancelled_or_dropped() {
    for drops in [false, true] {
        let (gave_up, told) = channel();
        let job = Job::start(
            || {},
            move |worker| {
                while !worker.is_cancelled() {
                    std::thread::yield_now();
                }
                gave_up.send(()).expect("the test listens");
            },
        );
        if drops {
            drop(job);
        } else {
            job.cancel();
        }
        told.recv().expect("it gives up");
    }
}

#[test]
fn work_that_panics_is_lost_and_wakes_its_owner() {
    let (woken, wakes) = channel();
    let job: Job<u8> =
        Job::start(move || woken.send(()).unwrap_or_default(), |_| panic!("this panic belongs to the test"));
    wakes.recv().expect("it wakes its owner");
    assert_eq!(waited(&job), Polled::Lost);
}
