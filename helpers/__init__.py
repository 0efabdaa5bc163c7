"""What the lessons share: data, estimators, losses, drawing and the checks of the exercises."""
