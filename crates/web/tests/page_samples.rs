//! Every page with every sample.
